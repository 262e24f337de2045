using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace Scanner.Collect.Aws;

/// <summary>The credentials of a role, assumed with those of its predecessor and renewed before they end.</summary>
internal sealed class AssumedRole : RefreshingAWSCredentials
{
    private readonly AWSCredentials _source;
    private readonly AwsRole _role;
    private readonly string _region;
    private readonly Uri? _endpoint;

    private AssumedRole(AWSCredentials source, AwsRole role, string region, Uri? endpoint)
    {
        (_source, _role, _region, _endpoint) = (source, role, region, endpoint);
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
    }

    /// <summary>The role's credentials, which say where they come from and why they cannot be had.</summary>
    public static ExplainedCredentials Of(ExplainedCredentials source, AwsRole role, string region, Uri? endpoint) =>
        new(new AssumedRole(source, role, region, endpoint), source.Source with { Name = $"role {role.Arn} as {source.Source.Name}" });

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        using var sts = new AmazonSecurityTokenServiceClient(_source, AwsClients.Config(new AmazonSecurityTokenServiceConfig(), _region, _endpoint));
        try
        {
            var answer = await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = _role.Arn, RoleSessionName = _role.SessionName, ExternalId = _role.ExternalId });
            return Usable(answer.Credentials);
        }
        catch (Exception e) when (AwsRefusal.IsOutside(e) && e is not RoleException)
        {
            throw new RoleException(_role, e);
        }
    }

    private static CredentialsRefreshState Usable(Credentials? issued) =>
        issued is { AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0, SessionToken.Length: > 0, Expiration: { } end }
            ? new(new(issued.AccessKeyId, issued.SecretAccessKey, issued.SessionToken), end.ToUniversalTime())
            : throw new AmazonClientException("STS answered without usable credentials");
}
