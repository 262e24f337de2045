using Amazon.CloudFormation;
using Amazon.EC2;
using Amazon.EKS;
using Amazon.ElasticFileSystem;
using Amazon.ElasticLoadBalancingV2;
using Amazon.FSx;
using Amazon.RDS;
using Amazon.Route53;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;

namespace Scanner.Tests.AwsSdk;

/// <summary>Clients that speak to a loopback server and do not retry unless told to.</summary>
internal static class LoopbackClients
{
    private static readonly BasicAWSCredentials Credentials = new("AKIDEXAMPLE", "not-a-secret");

    public static AmazonEC2Client Ec2(this LoopbackServer server, int retries = 0) =>
        new(Credentials, server.Config<AmazonEC2Config>(retries));

    public static AmazonElasticLoadBalancingV2Client Elb(this LoopbackServer server, int retries = 0) =>
        new(Credentials, server.Config<AmazonElasticLoadBalancingV2Config>(retries));

    public static AmazonRDSClient Rds(this LoopbackServer server, int retries = 0) =>
        new(Credentials, server.Config<AmazonRDSConfig>(retries));

    public static AmazonCloudFormationClient CloudFormation(this LoopbackServer server, int retries = 0) =>
        new(Credentials, server.Config<AmazonCloudFormationConfig>(retries));

    public static AmazonFSxClient Fsx(this LoopbackServer server, int retries = 0) =>
        new(Credentials, server.Config<AmazonFSxConfig>(retries));

    public static AmazonElasticFileSystemClient Efs(this LoopbackServer server, int retries = 0) =>
        new(Credentials, server.Config<AmazonElasticFileSystemConfig>(retries));

    public static AmazonEKSClient Eks(this LoopbackServer server, int retries = 0) =>
        new(Credentials, server.Config<AmazonEKSConfig>(retries));

    public static AmazonRoute53Client Route53(this LoopbackServer server, int retries = 0) =>
        new(Credentials, server.Config<AmazonRoute53Config>(retries));

    public static AmazonSimpleSystemsManagementClient Ssm(this LoopbackServer server, int retries = 0) =>
        new(Credentials, server.Config<AmazonSimpleSystemsManagementConfig>(retries));

    private static T Config<T>(this LoopbackServer server, int retries)
        where T : ClientConfig, new()
        => new() { ServiceURL = server.Url, AuthenticationRegion = "eu-central-1", MaxErrorRetry = retries };
}
