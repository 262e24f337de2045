namespace Scanner.Model;

/// <summary>What stands in the place of a cluster where Workbench runs on hosts outside clusters: a name, and nothing else.</summary>
internal static class HostsCluster
{
    /// <param name="target">The target whose hosts they are: it stays when hosts are replaced.</param>
    /// <param name="database">The database by which they are told from others of the target; null where there are no others.</param>
    /// <param name="scope">Where they are.</param>
    public static Cluster Of(string target, string? database, string scope)
    {
        var name = database is null ? target : $"{target}/{database}";
        var schema = KindSchema.Of(typeof(Cluster));
        var cluster = (Cluster)schema.Create($"hosts://{name}", $"hosts/{name}", scope);
        foreach (var property in schema.Properties.Values) property.Set(cluster, null, Lacking(name, property.Name, scope));
        schema.Properties["kind"].Set(cluster, ClusterKind.Hosts, Evidence.Derived);
        schema.Properties["name"].Set(cluster, name, Evidence.Derived);
        return cluster;
    }

    private static Gap Lacking(string name, string property, string scope) => new(scope, nameof(Cluster), property, GapCause.Undecidable,
        OneLine.Of($"the hosts of {name} are no cluster that would have {property}"), new(RemedyKind.Parameter, "architecture"));
}
