using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;
using Scanner.Model.Snapshots;

namespace Scanner.Collect;

/// <summary>The accounts and clusters that a scan has opened, and which target named them.</summary>
internal sealed class OpenScopes(ApiCalls calls) : IDisposable
{
    private readonly List<(LiveTarget Target, AwsScope Scope)> _aws = [];
    private readonly List<(LiveTarget Target, KubernetesScope Scope)> _clusters = [];
    private readonly List<(string Scope, string Cluster)> _named = [];

    /// <summary>An account and region that two targets name is looked at once, as the first one's caller.</summary>
    public IReadOnlyList<AwsScope> Aws => [.. _aws.Select(s => s.Scope).DistinctBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>A cluster that is reached in two ways is looked at once, in the first.</summary>
    public IReadOnlyList<KubernetesScope> Clusters => [.. _clusters.Select(c => First(c.Scope)).Distinct()];

    /// <summary>What the user should know before anything is collected.</summary>
    public IReadOnlyList<string> Notices => [.. Clusters.Select(c => AccountNotice.Of(c.Access, Aws)).OfType<string>()];

    /// <summary>Whether a Kubernetes cluster is part of the scan.</summary>
    public bool ConcernKubernetes => _clusters.Count > 0;

    /// <summary>The EKS clusters that were named in an account and region.</summary>
    public IReadOnlyList<string> NamedIn(AwsScope scope) => [.. _named.Where(n => n.Scope == scope.Name).Select(n => n.Cluster).Distinct(StringComparer.Ordinal)];

    public async Task Open(LiveTarget target, IReadOnlyDictionary<KubernetesTarget, ClusterAccess> accesses, CancellationToken cancellationToken)
    {
        foreach (var region in target.Aws?.Regions.Distinct(StringComparer.Ordinal) ?? [])
            _aws.Add((target, await AwsScope.Open(target.Aws!, region, calls, cancellationToken)));
        // side by side, so that a cluster that cannot be reached keeps no other waiting
        var opened = target.Clusters.Select(c => accesses.TryGetValue(c, out var access) ? KubernetesScope.Open(access, calls, cancellationToken) : Enter(target, (EksTarget)c, cancellationToken)).ToList();
        try
        {
            await Task.WhenAll(opened);
        }
        finally
        {
            _clusters.AddRange(opened.Where(o => o.IsCompletedSuccessfully).Select(o => (target, o.Result)));
        }
    }

    /// <summary>What the header says of a target.</summary>
    public ScanTarget Describe(LiveTarget target)
    {
        var aws = _aws.Where(s => ReferenceEquals(s.Target, target)).Select(s => s.Scope).ToList();
        var clusters = _clusters.Where(c => ReferenceEquals(c.Target, target)).Select(c => First(c.Scope).Name);
        return new(target.Name, [.. aws.Select(s => s.Name).Concat(clusters).Distinct(StringComparer.Ordinal)], aws.Select(s => s.Identity).FirstOrDefault(i => i is not null)) { Location = target.Location };
    }

    public void Dispose()
    {
        foreach (var (_, scope) in _aws) scope.Dispose();
        foreach (var (_, scope) in _clusters) scope.Dispose();
    }

    private Task<KubernetesScope> Enter(LiveTarget target, EksTarget cluster, CancellationToken cancellationToken)
    {
        var own = _aws.Where(s => ReferenceEquals(s.Target, target)).Select(s => s.Scope).ToList();
        var scope = own.Find(s => s.Region == cluster.Region) ?? (cluster.Region is null && own is [var only] ? only
            : throw new ArgumentException($"{target.Name}: the region of the EKS cluster {cluster.Cluster} is none of those that are looked at", nameof(cluster)));
        _named.Add((scope.Name, cluster.Cluster));
        return EksEntrance.Open(cluster.Cluster, scope, calls, cancellationToken);
    }

    private KubernetesScope First(KubernetesScope cluster) => _clusters.Select(c => c.Scope).First(c => c.IsSame(cluster));
}
