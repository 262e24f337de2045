using Amazon.Runtime;

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
    internal ExplainedCredentials Credentials()
    {
        var at = Given ?? AwsCredentialChain.Of(Profile);
        var source = new ExplainedCredentials(at, Given is null ? CredentialSource.Of(at, Profile) : CredentialSource.Unknown);
        return AssumeRole is null ? source : new(new AssumeRoleAWSCredentials(source, AssumeRole, "scanner"), source.Source with { Name = $"role {AssumeRole} as {source.Source.Name}" });
    }
}
