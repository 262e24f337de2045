using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Amazon.EKS.Model;
using Amazon.Runtime;
using Scanner.Collect;
using Scanner.Collect.Kubernetes;

namespace Scanner.Tests.Collect.Kubernetes;

public sealed class EksAccessTests
{
    [Theory]
    [InlineData("eu-west-1", "sts.eu-west-1.amazonaws.com", null)]
    [InlineData("cn-north-1", "sts.cn-north-1.amazonaws.com.cn", "session/+=")]
    public async Task Token_is_a_question_to_sts_signed_for_this_cluster(string region, string host, string? session)
    {
        AWSCredentials credentials = session is null ? new BasicAWSCredentials("AKIDEXAMPLE", "secret") : new SessionAWSCredentials("AKIDEXAMPLE", "secret", session);
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        var issued = await new EksToken(credentials, region, "prod").Issue(new Fixed(now), TestContext.Current.CancellationToken);

        Assert.Equal(now + TimeSpan.FromMinutes(14), issued.RenewAt);
        Assert.StartsWith("k8s-aws-v1.", issued.Token, StringComparison.Ordinal);
        var url = new Uri(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(issued.Token.AsSpan("k8s-aws-v1.".Length))));
        var query = url.Query[1..].Split('&').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        Assert.Equal((host, "/"), (url.Host, url.AbsolutePath));
        Assert.Equal(("GetCallerIdentity", "60", "host%3Bx-k8s-aws-id"), (query["Action"], query["X-Amz-Expires"], query["X-Amz-SignedHeaders"]));
        Assert.Equal(session, query.TryGetValue("X-Amz-Security-Token", out var token) ? Uri.UnescapeDataString(token) : null);
        Assert.Equal(Signature(host, region, query), query["X-Amz-Signature"]);
    }

    [Fact]
    public async Task Credentials_that_cannot_be_had_are_one_line() =>
        Assert.StartsWith("no token for the EKS cluster prod: ", (await Assert.ThrowsAsync<CredentialException>(() =>
            new EksToken(new Refused(), "eu-west-1", "prod").Issue(TimeProvider.System, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);

    [Fact]
    public void Cluster_says_where_it_is_and_who_vouches_for_it()
    {
        using var authority = new TestAuthority("kubernetes");

        var access = EksAccess.Of(Described(authority.Pem), new BasicAWSCredentials("AKIDEXAMPLE", "secret"));

        Assert.Equal(("123456789012/eu-west-1/prod", "https://abc.gr7.eu-west-1.eks.amazonaws.com/"), (access.Name, access.Server.ToString()));
        Assert.Equal("CN=kubernetes", Assert.Single(access.Authorities!).Subject);
        Assert.IsType<EksToken>(access.Credentials);
    }

    [Fact]
    public void Cluster_that_is_being_made_is_missing_what_is_named()
    {
        using var authority = new TestAuthority();
        void Lacks(string field, Action<Cluster> change)
        {
            var cluster = Described(authority.Pem);
            change(cluster);
            Assert.Equal(field, Assert.Throws<AbsentFieldException>(() => EksAccess.Of(cluster, new AnonymousAWSCredentials())).Message);
        }

        Lacks("Cluster.Arn", c => c.Arn = null);
        Lacks("Name", c => c.Name = null);
        Lacks("Cluster.Endpoint", c => c.Endpoint = null);
        Lacks("CertificateAuthority.Data", c => c.CertificateAuthority = null);
        Lacks("Cluster.CertificateAuthority.Data", c => c.CertificateAuthority = new() { Data = "aGVsbG8=" });
    }

    private static Cluster Described(string pem) => new()
    {
        Name = "prod",
        Arn = "arn:aws:eks:eu-west-1:123456789012:cluster/prod",
        Endpoint = "https://abc.gr7.eu-west-1.eks.amazonaws.com",
        CertificateAuthority = new() { Data = Convert.ToBase64String(Encoding.UTF8.GetBytes(pem)) },
    };

    /// <summary>The signature as STS computes it, from what the URL says and the cluster's name.</summary>
    private static string Signature(string host, string region, Dictionary<string, string> query)
    {
        var canonical = string.Join('&', query.Where(p => p.Key != "X-Amz-Signature").OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
        var request = $"GET\n/\n{canonical}\nhost:{host}\nx-k8s-aws-id:prod\n\nhost;x-k8s-aws-id\n{Hex(SHA256.HashData([]))}";
        var day = query["X-Amz-Date"][..8];
        var key = Encoding.UTF8.GetBytes("AWS4secret");
        foreach (var part in (string[])[day, region, "sts", "aws4_request"]) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        var text = $"AWS4-HMAC-SHA256\n{query["X-Amz-Date"]}\n{day}/{region}/sts/aws4_request\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(request)))}";
        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private sealed class Fixed(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class Refused : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException("Error calling AssumeRole for role x");

        public override Task<ImmutableCredentials> GetCredentialsAsync() => throw new AmazonClientException("Error calling AssumeRole for role x");
    }
}
