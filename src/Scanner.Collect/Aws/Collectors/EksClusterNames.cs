using Scanner.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>eks:ListClusters, and the clusters that the scan was told of.</summary>
/// <param name="Listing">What the listing brought.</param>
/// <param name="Names">All names, sorted.</param>
internal sealed record EksClusterNames(Listing<string> Listing, IReadOnlyList<string> Names)
{
    public static async Task<EksClusterNames> Of<T>(AwsScope scope, IReadOnlyList<string> named, CancellationToken cancellationToken) where T : Resource
    {
        var clusters = (await scope.Shared.EksClusters(cancellationToken)).About<T>();
        return new(clusters, [.. clusters.Items.Select(c => c.Value!).Concat(named).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
