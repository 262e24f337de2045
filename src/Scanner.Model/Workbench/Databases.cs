namespace Scanner.Model;

/// <summary>Which databases a deployment uses.</summary>
public static class Databases
{
    /// <summary>
    /// The PostgreSQL database of Workbench's metadata: the one that the parameter names, else the only one in the cluster's VPCs.
    /// Null where there surely is none.
    /// </summary>
    public static Fact<DatabaseChoice?> MetadataDatabase(this Environment environment)
    {
        var named = environment.Parameters.WorkbenchDatabase;
        if (named.IsKnown) return Named(environment, named.Value, "workbenchDatabase");
        return environment.DatabasesOf(DatabaseEngine.Postgres).Sole("workbenchDatabase")
            .Map(found => found is null ? null : new DatabaseChoice(found, "assumed: the only PostgreSQL in the VPC"));
    }

    /// <summary>Databases of one engine in the cluster's VPCs: no proxies, no read replicas, clusters instead of their members.</summary>
    public static ResourceSet<Database> DatabasesOf(this Environment environment, DatabaseEngine engine)
    {
        var vpcs = environment.Vpcs();
        return environment.Of<Database>().Where(d =>
            d.Engine == engine
            && d.Form.Is(f => f is not (DatabaseForm.Proxy or DatabaseForm.Member))
            && d.ReplicaOf.Is(source => source is null)
            && d.Vpc.Is(vpc => vpc is null ? Truth.Of(true, Evidence.Derived) : vpcs.Is(all => all.Contains(vpc.Value))));
    }

    /// <summary>The proxies that stand in front of a database.</summary>
    public static ResourceSet<Database> ProxiesOf(this Environment environment, Database database) =>
        environment.Of<Database>().Where(d => d.Form == DatabaseForm.Proxy && d.Fronts.Is(fronts => fronts.Contains(new(database.Id))));

    /// <summary>The database that a host name leads to; null where none seen has that endpoint.</summary>
    public static Fact<Database?> DatabaseAt(this Environment environment, string host) => environment.Of<Database>()
        .Where(d => d.Form.Is(f => f != DatabaseForm.Member) && d.Endpoints.Is(e => e.Any(x => string.Equals(x, host, StringComparison.OrdinalIgnoreCase))))
        .Sole("accountingDatabase");

    private static Fact<DatabaseChoice?> Named(Environment environment, string name, string parameter)
    {
        var named = environment.Of<Database>().Where(d => d.Id == name || d.Name == name || d.Endpoints.Is(e => e.Contains(name)));
        return named.Sole(parameter).Then(found => found is null
            ? new Fact<DatabaseChoice?>(new Gap("", nameof(Database), name, GapCause.Hidden,
                $"parameter {parameter} names {name}, which the scan did not find", new(RemedyKind.Parameter, parameter)))
            : new Fact<DatabaseChoice?>(new DatabaseChoice(found, $"named by {parameter}"), Evidence.Derived));
    }
}
