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
    [InlineData("eu-central-1", false, false, "ec2.eu-central-1.amazonaws.com", "eks.eu-central-1.amazonaws.com", "elasticfilesystem.eu-central-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "ec2-fips.us-east-1.amazonaws.com", "fips.eks.us-east-1.amazonaws.com", "elasticfilesystem-fips.us-east-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "ec2.us-gov-west-1.amazonaws.com", "eks.us-gov-west-1.amazonaws.com", "elasticfilesystem-fips.us-gov-west-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "ec2.us-east-1.api.aws", "eks.us-east-1.api.aws", "efs.us-east-1.api.aws")]
    [InlineData("us-east-1", true, true, "ec2-fips.us-east-1.api.aws", "eks-fips.us-east-1.api.aws", "efs-fips.us-east-1.api.aws")]
    [InlineData("cn-north-1", false, false, "ec2.cn-north-1.amazonaws.com.cn", "eks.cn-north-1.amazonaws.com.cn", "elasticfilesystem.cn-north-1.amazonaws.com.cn")]
    public void Host_of_each_variant(string region, bool fips, bool dualStack, string ec2, string eks, string efs)
    {
        Assert.Equal($"https://{ec2}/", Url<AmazonEC2Config>(region, fips, dualStack));
        Assert.Equal($"https://{eks}/", Url<AmazonEKSConfig>(region, fips, dualStack));
        Assert.Equal($"https://{efs}/", Url<AmazonElasticFileSystemConfig>(region, fips, dualStack));
    }

    private static string Url<T>(string region, bool fips, bool dualStack)
        where T : ClientConfig, new()
    {
        var config = new T { RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack };
        return new Uri(config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(null)).URL).AbsoluteUri;
    }
}
