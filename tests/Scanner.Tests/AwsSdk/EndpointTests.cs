using Amazon;
using Amazon.EC2;
using Amazon.EKS;
using Amazon.ElasticFileSystem;
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
