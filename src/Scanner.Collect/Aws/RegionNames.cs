using Amazon;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>What can be said of a region by its name alone.</summary>
internal static class RegionNames
{
    private static readonly HashSet<string> s_known = [.. RegionEndpoint.EnumerableAllRegions.Select(r => r.SystemName)];

    /// <summary>The regions that no account can disable.</summary>
    private static readonly HashSet<string> s_enabled =
    [
        "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "sa-east-1", "eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1",
        "ap-south-1", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-southeast-1", "ap-southeast-2",
    ];

    public static bool IsKnown(string region) => s_known.Contains(region);

    /// <summary>A region that is misspelt has no address, and one that is disabled knows no credentials: neither says so.</summary>
    public static Gap Explained(Gap gap, string region) =>
        !IsKnown(region) && gap.Cause is GapCause.Failed ? gap with { Remedy = new(RemedyKind.Flag, $"--aws-region: this version knows no region {region}; is it spelt right?") }
        : !s_enabled.Contains(region) && gap.Detail.Contains("InvalidClientTokenId", StringComparison.Ordinal) ? gap with { Detail = $"{gap.Detail} (or the region {region} is not enabled in the account)" }
        : gap;
}
