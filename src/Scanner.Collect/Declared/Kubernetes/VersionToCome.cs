using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>The version of Kubernetes that an EKS cluster would have: AWS is told it, and the cluster itself says what it is now.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="changes">What the change makes another.</param>
internal sealed class VersionToCome(SeenFacts seen, Alterations changes)
{
    /// <summary>The version, as the cluster will say it.</summary>
    public IEnumerable<Observation> After() =>
        from change in changes.Of(nameof(Cluster), "version")
        where ScopeName.IsAws(change.Twin.Evidence.Scope)
        let said = SeenFacts.Property(change.Said, "version")!.Value
        from cluster in seen.Of(nameof(Cluster)).Where(o => ScopeName.IsKubernetes(o.Evidence.Scope) && IsSame(o, change.Twin)).DistinctBy(o => o.Id)
        select said.Gap is null
            ? new Observation(cluster.Id, cluster.Key, cluster.Kind, change.Said.Evidence with { Plane = Plane.Preview, Scope = cluster.Evidence.Scope }, [said])
            : Alterations.Opened(change.Said, cluster with { Properties = [said] }, _ => true, "which version the cluster gets is known once it is applied", "apply, then check the live cluster: --eks NAME");

    /// <summary>By its key, else by its address; one whose address is hidden by a tunnel may be it.</summary>
    private bool IsSame(Observation cluster, Observation eks) => cluster.Key == eks.Key
        || (!cluster.Key.StartsWith("arn:", StringComparison.Ordinal)
            && (seen.Value(cluster.Kind, cluster.Id, "endpoint")?.ToString() is not { Length: > 0 } endpoint || endpoint.Contains("localhost", StringComparison.Ordinal) || endpoint.Contains("127.0.0.1", StringComparison.Ordinal)
                || string.Equals(endpoint.TrimEnd('/'), seen.Value(eks.Kind, eks.Id, "endpoint")?.ToString().TrimEnd('/'), StringComparison.OrdinalIgnoreCase)));
}
