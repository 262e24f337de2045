using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;
using Scanner.Model.Snapshots;

namespace Scanner.Collect;

/// <summary>The accounts and clusters that a scan has opened, and which target named them.</summary>
/// <param name="calls">What all calls of the scan share.</param>
internal sealed class OpenScopes(ApiCalls calls) : IDisposable
{
    private readonly List<(LiveTarget Target, AwsScope Scope)> _aws = [];
    private readonly List<(LiveTarget Target, OpenAccount Account)> _accounts = [];
    private readonly List<(LiveTarget Target, KubernetesScope Scope)> _clusters = [];
    private readonly List<(string Scope, string Cluster)> _named = [];

    /// <summary>An account and region that two targets name is looked at once, as the first one's caller; of those that nobody could enter, each reason is kept.</summary>
    public IReadOnlyList<AwsScope> Aws => [.. _aws.Select(s => s.Scope).DistinctBy(s => (s.Name, s.Closed))];

    /// <summary>A cluster that is reached in two ways is looked at once, in the first.</summary>
    public IReadOnlyList<KubernetesScope> Clusters => [.. _clusters.Select(c => First(c.Scope)).Distinct()];

    /// <summary>What the user should know before anything is collected.</summary>
    public IReadOnlyList<string> Notices =>
    [
        .. _accounts.Select(a => a.Account.Notice).OfType<string>().Distinct(StringComparer.Ordinal),
        .. _aws.Select(s => s.Scope).GroupBy(s => s.Name, StringComparer.Ordinal).Select(SeenTwice).OfType<string>(),
        .. Clusters.Select(c => AccountNotice.Of(c.Access, Aws)).OfType<string>(),
    ];

    /// <summary>Whether a Kubernetes cluster is part of the scan.</summary>
    public bool ConcernKubernetes => _clusters.Count > 0;

    /// <summary>The EKS clusters that were named in an account and region.</summary>
    public IReadOnlyList<string> NamedIn(AwsScope scope) => [.. _named.Where(n => n.Scope == scope.Name).Select(n => n.Cluster).Distinct(StringComparer.Ordinal)];

    /// <summary>Opens all accounts side by side, and then all clusters, so that one that cannot be reached keeps no other waiting.</summary>
    /// <exception cref="RegionException">It cannot be told in which account or region to look.</exception>
    public async Task Open(IReadOnlyList<LiveTarget> targets, IReadOnlyDictionary<KubernetesTarget, ClusterAccess> accesses, CancellationToken cancellationToken)
    {
        var accounts = targets.SelectMany(t => Accounts(t, cancellationToken)).ToList();
        await Keep(accounts, (target, account) =>
        {
            _aws.AddRange(account.Scopes.Select(s => (target, s)));
            _accounts.Add((target, account));
        });
        var clusters = targets.SelectMany(t => t.Clusters.Select(c => (t, Enter(t, c, accesses, cancellationToken)))).ToList();
        await Keep(clusters, (target, cluster) => _clusters.Add((target, cluster)));
    }

    /// <summary>What the header says of a target.</summary>
    public ScanTarget Describe(LiveTarget target)
    {
        var aws = _aws.Where(s => ReferenceEquals(s.Target, target)).Select(s => s.Scope).ToList();
        var clusters = _clusters.Where(c => ReferenceEquals(c.Target, target)).Select(c => First(c.Scope).Name);
        return new(target.Name, [.. aws.Select(s => s.Name).Concat(clusters).Distinct(StringComparer.Ordinal)], aws.Select(s => First(s).Identity).FirstOrDefault(i => i is not null))
        {
            Location = target.Location,
            RegionsLeftOut = [.. _accounts.Where(a => ReferenceEquals(a.Target, target)).SelectMany(a => a.Account.LeftOut).Distinct(StringComparer.Ordinal)],
        };
    }

    public void Dispose()
    {
        foreach (var (_, scope) in _aws) scope.Dispose();
        foreach (var (_, scope) in _clusters) scope.Dispose();
    }

    private IEnumerable<(LiveTarget, Task<OpenAccount>)> Accounts(LiveTarget target, CancellationToken cancellationToken)
    {
        if (target.Aws is not { } aws) return [];
        var source = new Lazy<ExplainedCredentials>(aws.Source);
        return aws.PerAccount().Select(a => (target, new RegionFinder(a, target.Name, new(a, source, calls)).Open(cancellationToken)));
    }

    private Task<KubernetesScope> Enter(LiveTarget target, KubernetesTarget cluster, IReadOnlyDictionary<KubernetesTarget, ClusterAccess> accesses, CancellationToken cancellationToken) =>
        accesses.TryGetValue(cluster, out var access) ? KubernetesScope.Open(access, calls, cancellationToken) : Enter(target, (EksTarget)cluster, cancellationToken);

    private Task<KubernetesScope> Enter(LiveTarget target, EksTarget cluster, CancellationToken cancellationToken)
    {
        var scope = ScopeOf(target, cluster);
        _named.Add((scope.Name, cluster.Cluster));
        return EksEntrance.Open(cluster.Cluster, scope, calls, cancellationToken);
    }

    /// <summary>The account and region of an EKS cluster. Where none could be entered, the cluster is as closed as the first of them.</summary>
    private AwsScope ScopeOf(LiveTarget target, EksTarget cluster)
    {
        var own = _aws.Where(s => ReferenceEquals(s.Target, target)).Select(s => s.Scope).ToList();
        var fitting = own.FindAll(s => cluster.Region is null || s.Region == cluster.Region);
        if (fitting is [var only]) return only;
        if ((fitting.Count > 0 ? fitting : own) is [{ Closed: not null } first, ..] closed && closed.TrueForAll(s => s.Closed is not null)) return first;
        throw new RegionException(fitting.Count > 1
            ? $"{target.Name}: in which of {string.Join(", ", fitting.Select(s => s.Name))} is the EKS cluster {cluster.Cluster}? Name targets of their own in scanner.yaml, each with one account and region"
            : $"{target.Name}: the region of the EKS cluster {cluster.Cluster} is none of those that are looked at ({(own.Count == 0 ? "there is none" : string.Join(", ", own.Select(s => s.Name)))}): give its --aws-region");
    }

    /// <summary>Waits for all, and keeps what was opened, in the order of the targets, even where one ends in a fault.</summary>
    private static async Task Keep<T>(IReadOnlyList<(LiveTarget Target, Task<T> Opened)> opening, Action<LiveTarget, T> keep)
    {
        try
        {
            await Task.WhenAll(opening.Select(o => o.Opened));
        }
        finally
        {
            foreach (var (target, opened) in opening)
                if (opened.IsCompletedSuccessfully) keep(target, opened.Result);
        }
    }

    private static string? SeenTwice(IGrouping<string, AwsScope> scope)
    {
        var callers = scope.Select(s => s.Identity).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return callers.Count < 2 ? null : $"{scope.Key} is named by several targets: it is looked at once, as {callers[0]} and not as {string.Join(", ", callers.Skip(1))}";
    }

    /// <summary>The one that is looked at of those that have a name.</summary>
    private AwsScope First(AwsScope scope) => _aws.Select(s => s.Scope).First(s => s.Name == scope.Name && s.Closed == scope.Closed);

    private KubernetesScope First(KubernetesScope cluster) => _clusters.Select(c => c.Scope).First(c => c.IsSame(cluster));
}
