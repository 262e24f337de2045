using Amazon;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>What can be said of a region by its name alone.</summary>
internal static class RegionNames
{
    private static readonly HashSet<string> s_known = [.. RegionEndpoint.EnumerableAllRegions.Select(r => r.SystemName)];

    public static bool IsKnown(string region) => s_known.Contains(region);

    /// <summary>A region that is misspelt has no address, and one that is disabled knows no credentials: neither says so.</summary>
    public static Gap Explained(Gap gap, string region) =>
        !IsKnown(region) && gap.Cause is GapCause.Failed ? gap with { Remedy = new(RemedyKind.Flag, $"--aws-region: this version knows no region {region}; is it spelt right?") }
        : gap.Detail.Contains("InvalidClientTokenId", StringComparison.Ordinal) ? gap with { Detail = $"{gap.Detail} (or the region {region} is not enabled in the account)" }
        : gap;
}
