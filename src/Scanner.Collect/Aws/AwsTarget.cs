using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace Scanner.Collect.Aws;

/// <summary>An account to look at: whose credentials, and which regions.</summary>
/// <param name="Regions">The regions, e.g. <c>eu-west-1</c>.</param>
public sealed record AwsTarget(IReadOnlyList<string> Regions)
{
    /// <summary>The profile of the AWS configuration; null for the default credentials.</summary>
    public string? Profile { get; init; }

    /// <summary>The ARN of the role to assume; null to ask as whoever the credentials belong to.</summary>
    public string? AssumeRole { get; init; }

    /// <summary>One address for every service, such as a test server; AWS_ENDPOINT_URL and its kin need no mention here.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Credentials that are given outright; only tests do that.</summary>
    internal AWSCredentials? Given { get; init; }

    /// <exception cref="AmazonClientException">There are none.</exception>
    internal AWSCredentials Credentials()
    {
        var source = Given ?? (Profile is null ? DefaultAWSCredentialsIdentityResolver.GetCredentials() : OfProfile(Profile));
        return AssumeRole is null ? source : new AssumeRoleAWSCredentials(source, AssumeRole, "scanner");
    }

    private static AWSCredentials OfProfile(string profile) => new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var credentials)
        ? credentials
        : throw new AmazonClientException($"No credentials: the AWS configuration has no usable profile '{profile}'");
}
