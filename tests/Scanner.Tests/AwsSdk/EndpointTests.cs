using Amazon;
using Amazon.EC2;
using Amazon.EKS;
using Amazon.ElasticFileSystem;
using Amazon.Route53;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Scanner.Tests.AwsSdk;

/// <summary>The hosts that AWS publishes, with those that deviate from the common rule.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("eu-central-1", "", "ec2", "eks", "elasticfilesystem", "amazonaws.com")]
    [InlineData("us-east-1", "fips", "ec2-fips", "fips.eks", "elasticfilesystem-fips", "amazonaws.com")]
    [InlineData("us-gov-west-1", "fips", "ec2", "eks", "elasticfilesystem-fips", "amazonaws.com")]
    [InlineData("us-east-1", "dualstack", "ec2", "eks", "efs", "api.aws")]
    [InlineData("us-east-1", "fips dualstack", "ec2-fips", "eks-fips", "efs-fips", "api.aws")]
    [InlineData("cn-north-1", "", "ec2", "eks", "elasticfilesystem", "amazonaws.com.cn")]
    public void Host_of_each_variant(string region, string variant, string ec2, string eks, string efs, string suffix)
    {
        Assert.Equal($"https://{ec2}.{region}.{suffix}/", Url<AmazonEC2Config>(region, variant));
        Assert.Equal($"https://{eks}.{region}.{suffix}/", Url<AmazonEKSConfig>(region, variant));
        Assert.Equal($"https://{efs}.{region}.{suffix}/", Url<AmazonElasticFileSystemConfig>(region, variant));
    }

    [Theory]
    [InlineData("eu-central-1", "", "route53.amazonaws.com")]
    [InlineData("us-east-1", "fips", "route53-fips.amazonaws.com")]
    [InlineData("us-east-1", "dualstack", "route53.global.api.aws")]
    [InlineData("cn-north-1", "", "route53.amazonaws.com.cn")]
    [InlineData("us-gov-east-1", "fips", "route53.us-gov.amazonaws.com")]
    public void Host_of_a_service_without_regions(string region, string variant, string host) => Assert.Equal($"https://{host}/", Url<AmazonRoute53Config>(region, variant));

    [Fact]
    public void Variant_without_a_host_is_refused() => Assert.Contains("Route 53 has no global+fips host in partition aws-cn",
        Assert.ThrowsAny<AmazonClientException>(() => Url<AmazonRoute53Config>("cn-north-1", "fips")).Message, StringComparison.Ordinal);

    private static string Url<T>(string region, string variant)
        where T : ClientConfig, new()
    {
        var config = new T
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = variant.Contains("fips", StringComparison.Ordinal),
            UseDualstackEndpoint = variant.Contains("dualstack", StringComparison.Ordinal),
        };
        return new Uri(config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(null)).URL).AbsoluteUri;
    }
}
