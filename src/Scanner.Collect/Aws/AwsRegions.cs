using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace Scanner.Collect.Aws;

/// <summary>The region that credentials come with, as the AWS CLI takes it.</summary>
public static class AwsRegions
{
    /// <summary>The profile's region, else that of the environment or the default profile; null where there is none.</summary>
    public static string? Default(string? profile) =>
        (profile is not null && new CredentialProfileStoreChain().TryGetProfile(profile, out var found) ? found.Region?.SystemName : null)
        ?? FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName;
}
