using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>The region that credentials come with, as the AWS CLI takes it.</summary>
public static class AwsRegions
{
    /// <summary>The profile's region, else that of the environment or the default profile; null where there is none.</summary>
    public static string? Default(string? profile) =>
        (profile is not null && new CredentialProfileStoreChain().TryGetProfile(profile, out var found) ? found.Region?.SystemName : null)
        ?? FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName;

    /// <summary>Why a region cannot be entered, with the doubt whether there is such a region: a mistyped one looks like a network without names.</summary>
    internal static Gap? Doubting(Gap? closed, string region) => closed is not { Cause: GapCause.Failed } || region == AwsScope.UnknownRegion || Known.Contains(region, StringComparer.Ordinal) ? closed
        : closed with { Detail = OneLine.Of($"{closed.Detail}; '{region}' is no region that is known here{Near(region)}") };

    /// <summary>The SDK takes every name that it was once asked for into its list, as one that it does not know.</summary>
    private static IReadOnlyList<string> Known => [.. RegionEndpoint.EnumerableAllRegions.Where(r => r.DisplayName != "Unknown").Select(r => r.SystemName)];

    private static string Near(string region) => Suggestion.For(region, Known) is var near && near.StartsWith("; did", StringComparison.Ordinal) ? near : "";
}
