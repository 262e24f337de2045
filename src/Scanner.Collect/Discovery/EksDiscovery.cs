using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;
using Scanner.Model;

namespace Scanner.Collect.Discovery;

/// <summary>The EKS clusters of an account, asked for before anybody names one.</summary>
/// <param name="Clusters">Each with its region, sorted.</param>
/// <param name="Refused">Why there may be more.</param>
public sealed record EksDiscovery(IReadOnlyList<EksTarget> Clusters, IReadOnlyList<Gap> Refused)
{
    /// <summary>The regions that were named or found.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>How the regions were chosen; null where they were named.</summary>
    public string? Notice { get; init; }

    /// <exception cref="OperationCanceledException">The user cancelled.</exception>
    public static async Task<EksDiscovery> Run(AwsTarget aws, string name, TimeProvider time, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var calls = new ApiCalls(time, deadline);
        var (found, refused) = (new List<EksTarget>(), new List<Gap>());
        var account = await new RegionFinder(aws, name, new(aws, new(aws.Source), calls)).Open(cancellationToken);
        foreach (var scope in account.Scopes)
        {
            using var _ = scope;
            var clusters = await scope.Shared.EksClusters(cancellationToken);
            found.AddRange(clusters.Items.Select(c => c.Value!).Order(StringComparer.Ordinal).Select(cluster => new EksTarget(cluster, scope.Region)));
            if (clusters.Gap is { } gap) refused.Add(AwsRegions.Doubting(gap, scope.Region)!);
        }
        return new(found, refused) { Regions = [.. account.Scopes.Where(s => s.Closed is null || aws.Search is RegionSearch.Named).Select(s => s.Region)], Notice = account.Notice };
    }
}
