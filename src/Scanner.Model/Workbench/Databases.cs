namespace Scanner.Model;

/// <summary>Which databases a deployment uses.</summary>
public static class Databases
{
    /// <summary>
    /// The PostgreSQL database of Workbench's metadata: the one that the parameter names, else the one that a configuration names, else
    /// the only one in the cluster's VPCs. Null where there surely is none in view.
    /// </summary>
    public static Fact<DatabaseChoice?> MetadataDatabase(this Environment environment)
    {
        var named = environment.Parameters.WorkbenchDatabase;
        if (named.IsKnown) return Named(environment, named.Value, "workbenchDatabase");
        if (HostDatabases.AreAllOwn(environment)) return new((DatabaseChoice?)null, Evidence.Derived);
        return environment.ConfiguredDatabaseHost().Then(host => host is null ? OnlyOne(environment)
            : environment.DatabaseAt(host, "workbenchDatabase").Then(found => found is not null ? new Fact<DatabaseChoice?>(found, Evidence.Derived) : NoneAt(environment, host)));
    }

    /// <summary>A name that is no endpoint of RDS may be another name of one: there surely is none only where there is no PostgreSQL at all.</summary>
    private static Fact<DatabaseChoice?> NoneAt(Environment environment, string host) =>
        IsInside(environment, host) || environment.Of<Database>().Where(d => IsChoice(d, DatabaseEngine.Postgres)).Any().IsFalse
            ? new Fact<DatabaseChoice?>((DatabaseChoice?)null, Evidence.Derived)
            : new Fact<DatabaseChoice?>(new Gap("", nameof(Database), "workbenchDatabase", GapCause.Hidden,
                OneLine.Of($"database.conf names {host}, which is no endpoint of a database that the scan saw"), new(RemedyKind.Parameter, "workbenchDatabase")));

    /// <summary>A name that surely leads to no database of RDS: that of a service in the cluster, or of the host itself.</summary>
    private static bool IsInside(Environment environment, string host) => host is "localhost" or "::1" || host.StartsWith("127.", StringComparison.Ordinal)
        || host.EndsWith(".svc", StringComparison.Ordinal) || host.Contains(".svc.", StringComparison.Ordinal)
        || (environment.IsKubernetes && environment.Of<KubeService>().Any(service => service.Name == host).IsTrue);

    private static Fact<DatabaseChoice?> OnlyOne(Environment environment) =>
        environment.DatabasesOf(DatabaseEngine.Postgres).Sole("workbenchDatabase").Then(found => found is not null
            ? new Fact<DatabaseChoice?>(new DatabaseChoice(found, "assumed: the only PostgreSQL in the VPC"), Evidence.Derived)
            : Elsewhere(environment));

    /// <summary>The database of Slurm's accounting that the parameter names; unknown where it names none.</summary>
    public static Fact<DatabaseChoice?> AccountingDatabase(this Environment environment) =>
        environment.Parameters.AccountingDatabase.Then(name => Named(environment, name, "accountingDatabase"));

    /// <summary>None in the cluster's VPCs: surely none only if there is none in any other, which a peering may lead to.</summary>
    private static Fact<DatabaseChoice?> Elsewhere(Environment environment)
    {
        var anywhere = environment.Of<Database>().Where(d => IsChoice(d, DatabaseEngine.Postgres));
        return anywhere.Any().IsFalse
            ? new Fact<DatabaseChoice?>((DatabaseChoice?)null, Evidence.Derived)
            : new Fact<DatabaseChoice?>(anywhere.Unlisted ?? new Gap("", nameof(Database), "workbenchDatabase", GapCause.Ambiguous,
                "there is PostgreSQL in another VPC only, and whether Workbench uses it is not known", new(RemedyKind.Parameter, "workbenchDatabase")));
    }

    /// <summary>Databases of one engine in the cluster's VPCs: no proxies, no read replicas, clusters instead of their members.</summary>
    public static ResourceSet<Database> DatabasesOf(this Environment environment, DatabaseEngine engine)
    {
        var vpcs = environment.Vpcs();
        return environment.Of<Database>().Where(d =>
            IsChoice(d, engine) && d.Vpc.Is(vpc => vpc is null ? Truth.Of(true, Evidence.Derived) : vpcs.Is(all => all.Contains(vpc.Value))));
    }

    /// <summary>The proxies that stand in front of a database.</summary>
    public static ResourceSet<Database> ProxiesOf(this Environment environment, Database database) =>
        environment.Of<Database>().Where(d => d.Form == DatabaseForm.Proxy && d.Fronts.Is(fronts => fronts.Contains(new(database.Id))));

    /// <summary>The database that a host name leads to; null where none seen has that endpoint.</summary>
    public static Fact<DatabaseChoice?> DatabaseAt(this Environment environment, string host) => environment.DatabaseAt(host, "accountingDatabase");

    private static Fact<DatabaseChoice?> DatabaseAt(this Environment environment, string host, string parameter)
    {
        Truth Is(Fact<Items<string>> endpoints) => endpoints.Is(e => e.Any(x => string.Equals(x, host, StringComparison.OrdinalIgnoreCase)));
        return environment.Of<Database>().Where(d => Is(d.Endpoints) || Is(d.ReaderEndpoints)).Sole(parameter).Then(found => found is null
            ? new Fact<DatabaseChoice?>((DatabaseChoice?)null, Evidence.Derived)
            : ClusterOf(environment, found, parameter).Map(database =>
                (DatabaseChoice?)new DatabaseChoice(database, "declared in the configuration") { IsNamed = true, IsReader = Is(found.ReaderEndpoints) }));
    }

    private static Truth IsChoice(Database database, DatabaseEngine engine) => database.Engine == engine
        && database.Form.Is(f => f is not (DatabaseForm.Proxy or DatabaseForm.Member)) && database.ReplicaOf.Is(source => source is null);

    private static Fact<DatabaseChoice?> Named(Environment environment, string name, string parameter)
    {
        var named = environment.Of<Database>().Where(d => d.Id == name || d.Name == name
            || d.Endpoints.Is(e => e.Contains(name)) || d.ReaderEndpoints.Is(e => e.Contains(name)));
        return named.Sole(parameter).Then(found => found is null
            ? new Fact<DatabaseChoice?>(new Gap("", nameof(Database), name, GapCause.Hidden,
                $"parameter {parameter} names {name}, which the scan did not find", new(RemedyKind.Parameter, parameter)))
            : ClusterOf(environment, found, parameter).Map(database => (DatabaseChoice?)new DatabaseChoice(database, $"named by {parameter}")
            {
                IsNamed = true, IsReader = found.ReaderEndpoints.Is(e => e.Contains(name)),
            }));
    }

    /// <summary>A member stands for its cluster.</summary>
    private static Fact<Database> ClusterOf(Environment environment, Database found, string parameter) => found.Form.Then(form => form is not DatabaseForm.Member
        ? new Fact<Database>(found, Evidence.Derived)
        : environment.Of<Database>().Where(d => d.Form.Is(f => f is DatabaseForm.Aurora or DatabaseForm.MultiAzCluster)
            && found.ClusterIdentifier.Is(cluster => d.Name == cluster)).Sole(parameter).Map(cluster => cluster ?? found));
}
