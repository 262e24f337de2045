using Amazon;
using Amazon.AutoScaling;
using Amazon.CloudFormation;
using Amazon.DirectoryService;
using Amazon.EC2;
using Amazon.EKS;
using Amazon.ElasticFileSystem;
using Amazon.ElasticLoadBalancing;
using Amazon.ElasticLoadBalancingV2;
using Amazon.FSx;
using Amazon.RDS;
using Amazon.Route53;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SimpleSystemsManagement;

namespace Scanner.Collect.Aws;

/// <summary>The AWS clients of one account and region.</summary>
internal sealed class AwsClients(AWSCredentials credentials, string region, Uri? endpoint) : IDisposable
{
    private static readonly BoundedHttp s_http = new();

    /// <summary>Whose clients they are.</summary>
    public AWSCredentials Credentials => credentials;

    public IAmazonAutoScaling AutoScaling { get; } = new AmazonAutoScalingClient(credentials, Config(new AmazonAutoScalingConfig(), region, endpoint));

    public IAmazonElasticLoadBalancing ClassicElb { get; } =
        new AmazonElasticLoadBalancingClient(credentials, Config(new AmazonElasticLoadBalancingConfig(), region, endpoint));

    public IAmazonCloudFormation CloudFormation { get; } = new AmazonCloudFormationClient(credentials, Config(new AmazonCloudFormationConfig(), region, endpoint));

    public IAmazonDirectoryService Directories { get; } =
        new AmazonDirectoryServiceClient(credentials, Config(new AmazonDirectoryServiceConfig(), region, endpoint));

    public IAmazonEC2 Ec2 { get; } = new AmazonEC2Client(credentials, Config(new AmazonEC2Config(), region, endpoint));

    public IAmazonEKS Eks { get; } = new AmazonEKSClient(credentials, Config(new AmazonEKSConfig(), region, endpoint));

    public IAmazonElasticFileSystem Efs { get; } = new AmazonElasticFileSystemClient(credentials, Config(new AmazonElasticFileSystemConfig(), region, endpoint));

    public IAmazonElasticLoadBalancingV2 Elb { get; } =
        new AmazonElasticLoadBalancingV2Client(credentials, Config(new AmazonElasticLoadBalancingV2Config(), region, endpoint));

    public IAmazonFSx Fsx { get; } = new AmazonFSxClient(credentials, Config(new AmazonFSxConfig(), region, endpoint));

    public IAmazonRDS Rds { get; } = new AmazonRDSClient(credentials, Config(new AmazonRDSConfig(), region, endpoint));

    /// <summary>Route 53 is in no region, and signed for its partition's first.</summary>
    public IAmazonRoute53 Route53 { get; } = new AmazonRoute53Client(credentials, Config(new AmazonRoute53Config(), Home(region), endpoint));

    public IAmazonS3 S3 { get; } = new AmazonS3Client(credentials, PathStyle(Config(new AmazonS3Config(), region, endpoint)));

    public IAmazonSimpleSystemsManagement Ssm { get; } =
        new AmazonSimpleSystemsManagementClient(credentials, Config(new AmazonSimpleSystemsManagementConfig(), region, endpoint));

    public IAmazonSecurityTokenService Sts { get; } =
        new AmazonSecurityTokenServiceClient(credentials, Config(new AmazonSecurityTokenServiceConfig(), region, endpoint));

    public void Dispose()
    {
        IDisposable[] clients = [AutoScaling, ClassicElb, CloudFormation, Directories, Ec2, Efs, Eks, Elb, Fsx, Rds, Route53, S3, Ssm, Sts];
        foreach (var client in clients) client.Dispose();
    }

    private static string Home(string region) => RegionEndpoint.GetBySystemName(region).PartitionName switch
    {
        "aws-cn" => "cn-northwest-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => "us-east-1",
    };

    /// <summary>How every client asks.</summary>
    public static T Config<T>(T config, string region, Uri? endpoint) where T : ClientConfig
    {
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        // an address may also come from AWS_ENDPOINT_URL or a profile, and an address has no region to sign for
        config.AuthenticationRegion = region;
        if (endpoint is not null) config.ServiceURL = endpoint.ToString();
        config.MaxErrorRetry = 1; // transport errors and clock skew; throttling is waited out by the probe, which knows the deadline
        config.Timeout = TimeSpan.FromSeconds(30);
        config.HttpClientFactory = s_http;
        return config;
    }

    /// <summary>A server at a custom address has no names for buckets.</summary>
    private static AmazonS3Config PathStyle(AmazonS3Config config)
    {
        config.ForcePathStyle = config.ServiceURL is not null;
        return config;
    }
}
