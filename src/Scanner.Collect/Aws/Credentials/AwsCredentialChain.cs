using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace Scanner.Collect.Aws;

/// <summary>
/// The SDK's own chain of credentials, with one difference: a profile may be of any kind. Where no profile is named, the SDK refuses
/// those of an SSO session, and says "failed to resolve credentials" of whatever else is wrong with one.
/// </summary>
internal static class AwsCredentialChain
{
    /// <summary>The credentials of a profile, or those that are at hand.</summary>
    /// <param name="profile">Its name; null for those at hand.</param>
    /// <exception cref="AmazonClientException">There are none.</exception>
    public static AWSCredentials Of(string? profile)
    {
        AwsConfigurationFiles.Check(profile);
        var named = profile ?? (IsAboveProfiles ? null : NamedOrDefault);
        return named is null ? DefaultAWSCredentialsIdentityResolver.GetCredentials() : AwsProfiles.Credentials(named);
    }

    /// <summary>Keys and web identities of the environment win over profiles.</summary>
    private static bool IsAboveProfiles => IsSet("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY") || IsSet("AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN");

    private static string? NamedOrDefault => IsSet("AWS_PROFILE") || AwsProfiles.Find(AwsProfiles.Ambient) is { CanCreateAWSCredentials: true } ? AwsProfiles.Ambient : null;

    private static bool IsSet(params string[] names) => names.All(n => Environment.GetEnvironmentVariable(n) is { Length: > 0 });
}
