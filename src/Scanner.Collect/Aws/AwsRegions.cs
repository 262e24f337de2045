using System.Text.RegularExpressions;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>The region that credentials come with, as the AWS CLI takes it.</summary>
public static partial class AwsRegions
{
    internal const string Configured = "the configured region (AWS_REGION, or of the profile): ";

    [GeneratedRegex(@"^[a-z]{2,}(-[a-z]+)+-\d+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }

    /// <summary>Why this can be no region's name; null where it can.</summary>
    public static string? Problem(string region) => Form.IsMatch(region) ? null : $"'{OneLine.Of(region)}' is no region: one name such as us-east-1 is expected";

    /// <summary>The profile's region, else that of the environment or the default profile; null where there is none.</summary>
    /// <exception cref="AwsConfigurationException">The files of the configuration cannot be used.</exception>
    /// <exception cref="RegionException">It can be none.</exception>
    public static string? Default(string? profile) =>
        Read(profile) is { } region ? Problem(region) is { } problem ? throw new RegionException(Configured + problem) : region : null;

    /// <summary>Reads what is configured, with which the SDK fails everywhere if it makes no region of it.</summary>
    /// <exception cref="AwsConfigurationException">The files of the configuration cannot be used.</exception>
    /// <exception cref="RegionException">It can be none.</exception>
    public static string? Read(string? profile)
    {
        AwsConfigurationFiles.Check(profile);
        try
        {
            _ = FallbackInternalConfigurationFactory.EndpointDiscoveryEnabled; // every client reads the default profile through this
            return (profile is null ? null : AwsProfiles.Find(profile)?.Region?.SystemName)
                ?? FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName;
        }
        catch (Exception e) when (e is AmazonClientException || e is TypeInitializationException { InnerException: AmazonClientException })
        {
            throw new RegionException(Configured + OneLine.Of(e.GetBaseException().Message));
        }
    }

    /// <summary>Why a region cannot be entered, with the doubt whether there is such a region: a mistyped one looks like a network without names.</summary>
    internal static Gap? Doubting(Gap? closed, string region) => closed is not { Cause: GapCause.Failed } || region == AwsScope.UnknownRegion || Known.Contains(region, StringComparer.Ordinal) ? closed
        : closed with { Detail = OneLine.Of($"{closed.Detail}; '{region}' is no region that is known here{Near(region)}") };

    /// <summary>The SDK takes every name that it was once asked for into its list, as one that it does not know.</summary>
    private static IReadOnlyList<string> Known => [.. RegionEndpoint.EnumerableAllRegions.Where(r => r.DisplayName != "Unknown").Select(r => r.SystemName)];

    private static string Near(string region) => Suggestion.For(region, Known) is var near && near.StartsWith("; did", StringComparison.Ordinal) ? near : "";
}
