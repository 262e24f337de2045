using Amazon.Runtime;

namespace Scanner.Collect.Aws;

/// <summary>An account to look at, or several that have the same role: whose credentials, and which regions.</summary>
/// <param name="Regions">The regions that are named, e.g. <c>eu-west-1</c>.</param>
public sealed record AwsTarget(IReadOnlyList<string> Regions)
{
    /// <summary>Which regions are looked at where none is named.</summary>
    public RegionSearch Search { get; init; }

    /// <summary>The profile of the AWS configuration; null for the default credentials.</summary>
    public string? Profile { get; init; }

    /// <summary>The roles to assume, each with the credentials of the one before; none to ask as whoever the credentials belong to.</summary>
    public IReadOnlyList<AwsRole> Roles { get; init; } = [];

    /// <summary>The numbers of the accounts that <c>{account}</c> in a role stands for; none where the credentials name the account.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>One address for every service, such as a test server; AWS_ENDPOINT_URL and its kin need no mention here.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Credentials that are given outright; only tests do that.</summary>
    internal AWSCredentials? Given { get; init; }

    /// <summary>One target for each account.</summary>
    internal IReadOnlyList<AwsTarget> PerAccount() => Accounts.Count == 0 ? [this]
        : [.. Accounts.Distinct(StringComparer.Ordinal).Select(a => this with { Accounts = [], Roles = [.. Roles.Select(r => r.In(a))] })];

    /// <summary>Who asks before any role is assumed.</summary>
    /// <exception cref="AmazonClientException">There are none.</exception>
    internal ExplainedCredentials Source()
    {
        var at = Given ?? AwsCredentialChain.Of(Profile);
        return new(at, Given is null ? CredentialSource.Of(at, Profile) : CredentialSource.Unknown);
    }
}
