using Scanner.Check;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Collect;
using Scanner.Collect.Aws;
using Scanner.Collect.Discovery;
using Scanner.Collect.Kubernetes;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Cli.Init;

/// <summary>What there is to check with the credentials at hand, and what would decide most of it.</summary>
internal sealed record Survey
{
    /// <summary>The account that was looked at; null where there was none to look at.</summary>
    public LiveTarget? Target { get; init; }

    /// <summary>The ParallelCluster clusters, by region and name.</summary>
    public IReadOnlyList<(string Region, string Name)> ParallelClusters { get; init; } = [];

    public IReadOnlyList<EksTarget> EksClusters { get; init; } = [];

    /// <summary>Contexts of the kubeconfig that are none of the EKS clusters.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    public IReadOnlyList<DecisiveParameter> Parameters { get; init; } = [];

    /// <summary>What could not be read, a line each.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>How the regions were chosen; null where they were named.</summary>
    public string? Notice { get; init; }

    /// <param name="given">The target that flags name; null for the account and region at hand.</param>
    /// <param name="rules">The rules that decide.</param>
    /// <param name="deadline">For the one scan that it takes.</param>
    /// <param name="cancellationToken">The user's.</param>
    /// <exception cref="UserErrorException">The target cannot be used.</exception>
    public static async Task<Survey> Make(LiveTarget? given, IReadOnlyList<LoadedRule> rules, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var contexts = KubeconfigTarget.ContextsAtHand();
        if (given is null) return new() { Contexts = contexts };
        var target = ScanPipeline.Targets([given])[0];
        var eks = target.Aws is null ? new([], []) : await EksDiscovery.Run(target.Aws, target.Name, TimeProvider.System, deadline, cancellationToken);
        if (target.Aws is { } aws && eks.Regions.Count > 0) target = target with { Aws = aws with { Regions = eks.Regions, Search = RegionSearch.Named } };
        if (target.Clusters.Count == 0) target = target with { Clusters = eks.Clusters };
        var settings = new Settings(new ScannerYaml(), new Parameters(StringMap.Empty), [target]);
        var snapshot = await new ScanPipeline(TimeProvider.System, ProgressReport.Display(quiet: false, TimeProvider.System)).Collect(settings, deadline, wanted: null, cancellationToken);
        return new()
        {
            Target = target,
            ParallelClusters = ParallelClustersOf(snapshot),
            EksClusters = eks.Clusters,
            Notice = eks.Notice,
            Contexts = [.. contexts.Where(c => !eks.Clusters.Any(e => IsOf(c, e)))],
            Parameters = DecisiveParameter.Of(ScanPipeline.Check(snapshot, settings, rules, cancellationToken), rules.Count),
            Refused = [.. eks.Refused.Concat(snapshot.Gaps.Where(g => g.MakesIncomplete)).Select(g => OneLine.Of($"{g} · {g.Remedy}")).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>parallelcluster://ACCOUNT/REGION/NAME</summary>
    private static IReadOnlyList<(string Region, string Name)> ParallelClustersOf(Snapshot snapshot) =>
    [
        .. snapshot.Observations.Where(o => o.Kind == nameof(Cluster) && o.Id.StartsWith("parallelcluster://", StringComparison.Ordinal)).Select(o => o.Id.Split('/')).Select(id => (id[3], id[4])).Distinct().Order(),
    ];

    /// <summary>As <c>aws eks update-kubeconfig</c> and eksctl name contexts.</summary>
    private static bool IsOf(string context, EksTarget cluster) =>
        context.EndsWith($":cluster/{cluster.Cluster}", StringComparison.Ordinal) || context.EndsWith($"@{cluster.Cluster}.{cluster.Region}.eksctl.io", StringComparison.Ordinal);
}
