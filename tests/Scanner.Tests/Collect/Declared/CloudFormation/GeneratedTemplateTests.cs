using System.Diagnostics;
using Scanner.Collect.Declared;
using Scanner.Collect.Declared.CloudFormation;

namespace Scanner.Tests.Collect.Declared.CloudFormation;

/// <summary>A reader of files answers any text with facts or with one line that says where; never with a crash.</summary>
public sealed class GeneratedTemplateTests
{
    private const int Inputs = 100_000;

    private static readonly string[] s_types =
    [
        "AWS::RDS::DBInstance", "AWS::RDS::DBCluster", "AWS::RDS::DBProxy", "AWS::RDS::DBSubnetGroup", "AWS::EFS::FileSystem", "AWS::EFS::MountTarget", "AWS::FSx::FileSystem", "AWS::FSx::Volume",
        "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::ElasticLoadBalancingV2::TargetGroup", "AWS::ElasticLoadBalancingV2::Listener", "AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupIngress",
        "AWS::EC2::SecurityGroupEgress", "AWS::EKS::Cluster", "AWS::EKS::Nodegroup", "Custom::PclusterCluster", "AWS::S3::Bucket",
    ];

    private static readonly string[] s_keys =
    [
        "Engine", "Port", "MultiAZ", "VPCSecurityGroups", "DBSubnetGroupName", "SubnetIds", "FileSystemType", "LustreConfiguration", "StorageCapacity", "Type", "Subnets", "SubnetMappings", "GroupId", "SecurityGroupIngress",
        "IpProtocol", "FromPort", "ToPort", "CidrIp", "LoadBalancerArn", "DefaultActions", "TargetGroupAttributes", "Protocol", "ClusterName", "ScalingConfig", "Labels", "Taints", "ClusterConfiguration", "FileSystemId",
        "Tags", "DBClusterIdentifier", "Name", "Version", "BackupPolicy", "ServerlessV2ScalingConfiguration",
    ];

    private static readonly string[] s_values =
    [
        "postgres", "aurora-mysql", "5432", "-1", "true", "[a, b]", "[]", "{}", "{a: b}", "[{Key: stickiness.enabled, Value: 'true'}]", "!Ref A", "!Ref B", "!GetAtt A.GroupId", "!GetAtt [B, Arn]", "{Ref: A}", "{'Fn::If': [x, y, z]}",
        "!Sub '${A}'", "~", "LUSTRE", "OPENZFS", "HTTP", "[{Type: forward, TargetGroupArn: !Ref B}]", "{HeadNode: {}, Scheduling: {Scheduler: slurm}}", "{DeploymentType: X}", "[{IpProtocol: tcp}]", "&a [*a]", "*a", "\"", "“x”", "[", "}", "'{{resolve:ssm:x}}'", "1.31",
    ];

    [Fact]
    public async Task Any_text_is_facts_or_a_line_that_says_where()
    {
        var (random, format, watch) = (new Random(20261121), new CloudFormationFormat(), Stopwatch.StartNew());
        var (read, refused) = (0, 0);
        for (var i = 0; i < Inputs; i++)
        {
            var text = Assembled(random);
            try
            {
                await DeclaredReading.Text(format, text);
                read++;
            }
            catch (DeclaredException e)
            {
                Assert.False(e.Message.Contains('\n', StringComparison.Ordinal), text);
                refused++;
            }
        }
        TestContext.Current.SendDiagnosticMessage($"cloudformation: {Inputs} generated inputs, {read} read, {refused} refused, {watch.Elapsed.TotalSeconds:F0} s");
        Assert.True(read > Inputs / 100 && refused > Inputs / 100, $"{read} read, {refused} refused");
    }

    private static string Assembled(Random random)
    {
        var text = new System.Text.StringBuilder("Resources:\n");
        for (var r = random.Next(1, 3); r > 0; r--)
        {
            text.Append(' ', 2).Append((char)('A' + random.Next(2))).Append(":\n    Type: ").Append(s_types[random.Next(s_types.Length)]).Append(random.Next(9) == 0 ? "\n    Condition: C" : "").Append("\n    Properties:\n");
            for (var p = random.Next(1, 4); p > 0; p--)
                text.Append(' ', 6).Append(s_keys[random.Next(s_keys.Length)]).Append(": ").Append(s_values[random.Next(s_values.Length)]).Append('\n');
        }
        return text.ToString();
    }
}
