using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;
using Scanner.Model;

namespace Scanner.Collect.Discovery;

/// <summary>The EKS clusters of an account, asked for before anybody names one.</summary>
/// <param name="Clusters">Each with its region, sorted.</param>
/// <param name="Refused">Why there may be more.</param>
public sealed record EksDiscovery(IReadOnlyList<EksTarget> Clusters, IReadOnlyList<Gap> Refused)
{
    /// <exception cref="OperationCanceledException">The user cancelled.</exception>
    public static async Task<EksDiscovery> Run(AwsTarget aws, TimeProvider time, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var calls = new ApiCalls(time, deadline);
        var (found, refused) = (new List<EksTarget>(), new List<Gap>());
        foreach (var region in aws.Regions)
        {
            using var scope = await new AwsEntrance(aws, new(aws.Source), calls).Enter(region, cancellationToken);
            var clusters = await scope.Shared.EksClusters(cancellationToken);
            found.AddRange(clusters.Items.Select(c => c.Value!).Order(StringComparer.Ordinal).Select(name => new EksTarget(name, region)));
            if (clusters.Gap is { } gap) refused.Add(AwsRegions.Doubting(gap, region)!);
        }
        return new(found, refused);
    }
}
