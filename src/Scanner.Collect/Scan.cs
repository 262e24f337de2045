using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;
using Scanner.Collect.Relevance;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect;

/// <summary>Looks at every target and makes one snapshot. What cannot be seen is in it too, as gaps.</summary>
/// <param name="tool">Name and version, for the header.</param>
/// <param name="time">The clock.</param>
public sealed class Scan(string tool, TimeProvider time)
{
    /// <summary>When the scan stops asking; what is missing then is a gap.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The actions that the chosen rules need, e.g. <c>ec2:DescribeVpcs</c> and <c>list pods</c>; null to ask for everything. Who asks, and what a cluster serves, is asked always.</summary>
    public IReadOnlySet<string>? Wanted { get; init; }

    /// <summary>The ids of hosts that files tell of, which are kept wherever they are.</summary>
    public IReadOnlySet<string> Named { get; init; } = new HashSet<string>();

    /// <summary>Where to look how far it is.</summary>
    public ScanProgress Progress { get; init; } = new();

    /// <summary>How much is asked at most.</summary>
    internal CallLimits Limits { get; init; } = CallLimits.Considerate;

    /// <summary>Takes what the user should know of the targets and of the way to them, a line each.</summary>
    public Action<string> Notice { get; init; } = _ => { };

    /// <exception cref="RegionException">It cannot be told in which account or region to look.</exception>
    /// <exception cref="KubeconfigException">A way to a cluster cannot be used; nothing was asked.</exception>
    /// <exception cref="OperationCanceledException">The user cancelled.</exception>
    public async Task<Snapshot> Run(IReadOnlyList<LiveTarget> targets, CancellationToken cancellationToken)
    {
        var (startedAt, sink) = (time.GetUtcNow(), new SnapshotBuilder());
        var accesses = ClusterAccesses.Of(targets.SelectMany(t => t.Clusters));
        using var calls = new ApiCalls(time, Deadline, Limits) { Wanted = Wanted };
        using var open = new OpenScopes(calls);
        await open.Open(targets, accesses, cancellationToken);
        foreach (var notice in open.Notices) Notice(notice);
        await Task.WhenAll([
            .. open.Aws.SelectMany(s => Progress.Follow(s.Name, calls.In(s.Name), [.. Collectors(open, s).Select(c => c.Collect(s, sink, cancellationToken))])),
            .. open.Clusters.SelectMany(s => Progress.Follow(s.Name, calls.In(s.Name), [.. KubernetesCollectors.All.Select(c => c.Collect(s, sink, cancellationToken))])),
        ]);
        foreach (var note in open.Clusters.SelectMany(c => c.Notes)) Notice(note);
        var seen = sink.Build(new(Header.CurrentSchema, tool, startedAt, time.GetUtcNow(), targets.Select(open.Describe).ToItems()) { Calls = calls.Count });
        var whole = targets.Where(t => t.KeepAll).SelectMany(t => open.Describe(t).Scopes).ToHashSet(StringComparer.Ordinal);
        var (kept, leftOut) = RelevantResources.Of(seen, whole, Named);
        return kept with { Header = kept.Header with { Scopes = ScopeLedgers.Of(open, calls, kept, leftOut) } };
    }

    private static IEnumerable<ICollector> Collectors(OpenScopes open, AwsScope scope) =>
        open.ConcernKubernetes ? [.. AwsCollectors.All, .. EksCollectors.All(open.NamedIn(scope))] : AwsCollectors.All;
}
