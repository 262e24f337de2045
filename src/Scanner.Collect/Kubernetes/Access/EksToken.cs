using System.Buffers.Text;
using System.Text;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Scanner.Collect.Aws;

namespace Scanner.Collect.Kubernetes;

/// <summary>The token of an EKS cluster: a question to STS about who is asking, signed here and asked there.</summary>
/// <param name="credentials">Whose.</param>
/// <param name="region">The cluster's region.</param>
/// <param name="cluster">The cluster's name, for which alone the token is good.</param>
internal sealed class EksToken(AWSCredentials credentials, string region, string cluster) : ICredentialSource
{
    private const string Prefix = "k8s-aws-v1.";

    /// <summary>EKS takes a token for a quarter of an hour.</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(14);

    public async Task<IssuedCredential> Issue(TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            var url = Sign(await credentials.GetCredentialsAsync());
            return new(Prefix + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(url)), null, now + s_fresh);
        }
        catch (Exception e) when (AwsRefusal.IsOutside(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new CredentialException($"no token for the EKS cluster {cluster}: {AwsRefusal.Of(e, "sts:AssumeRole").Detail}");
        }
    }

    private string Sign(ImmutableCredentials key)
    {
        var config = new AmazonSecurityTokenServiceConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region) };
        var request = new DefaultRequest(new GetCallerIdentityRequest(), "sts")
        {
            HttpMethod = "GET",
            UseQueryString = true,
            ResourcePath = "/",
            Endpoint = new Uri($"https://sts.{region}.{config.RegionEndpoint.PartitionDnsSuffix}"),
        };
        request.Headers["x-k8s-aws-id"] = cluster;
        request.Parameters["Action"] = "GetCallerIdentity";
        request.Parameters["Version"] = "2011-06-15";
        request.Parameters["X-Amz-Expires"] = "60";
        if (key.UseToken) request.Parameters["X-Amz-Security-Token"] = key.Token;
        var signed = AWS4PreSignedUrlSigner.SignRequest(request, config, new RequestMetrics(), key.AccessKey, key.SecretKey, "sts", region);
        return $"{AmazonServiceClient.ComposeUrl(request).AbsoluteUri}&{signed.ForQueryParameters}";
    }
}
