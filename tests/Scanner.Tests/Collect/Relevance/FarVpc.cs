using System.Globalization;
using System.Text;

namespace Scanner.Tests.Collect.Relevance;

/// <summary>A recorded account to which a VPC with many instances is added that has nothing to do with its cluster.</summary>
internal static class FarVpc
{
    public const string Id = "vpc-0faraaaaaaaaaaaaa";
    public const int Size = 1000;

    /// <summary>Adds the instances, one interface for each, and their security group, to what is recorded.</summary>
    public static RecordedAws In(string name)
    {
        var aws = new RecordedAws(name);
        aws.Answer("ec2:DescribeInstances", With(name, "DescribeInstances", "reservationSet", Each(i =>
            $"<item><reservationId>r-far{i}</reservationId><instancesSet><item><instanceId>i-0far{i:D12}</instanceId><imageId>ami-0far</imageId><instanceState><code>16</code><name>running</name></instanceState><instanceType>m5.large</instanceType><vpcId>{Id}</vpcId><subnetId>subnet-0far</subnetId><privateIpAddress>{Ip(i)}</privateIpAddress><groupSet><item><groupId>sg-0far</groupId><groupName>far</groupName></item></groupSet></item></instancesSet></item>")));
        aws.Answer("ec2:DescribeNetworkInterfaces", With(name, "DescribeNetworkInterfaces", "networkInterfaceSet", Each(i =>
            $"<item><networkInterfaceId>eni-0far{i:D12}</networkInterfaceId><subnetId>subnet-0far</subnetId><vpcId>{Id}</vpcId><description/><privateIpAddress>{Ip(i)}</privateIpAddress><groupSet><item><groupId>sg-0far</groupId></item></groupSet><attachment><instanceId>i-0far{i:D12}</instanceId></attachment><privateIpAddressesSet><item><privateIpAddress>{Ip(i)}</privateIpAddress></item></privateIpAddressesSet></item>")));
        aws.Answer("ec2:DescribeSecurityGroups", With(name, "DescribeSecurityGroups", "securityGroupInfo", $"<item><ownerId>123456789012</ownerId><groupId>sg-0far</groupId><groupName>far</groupName><vpcId>{Id}</vpcId></item>"));
        return aws;
    }

    private static string Ip(int i) => string.Create(CultureInfo.InvariantCulture, $"10.99.{i / 250}.{i % 250}");

    private static string Each(Func<int, string> item) => string.Concat(Enumerable.Range(0, Size).Select(item));

    private static string With(string name, string operation, string list, string items)
    {
        var recorded = File.ReadAllText(Repository.Path("fixtures", "aws", name, $"ec2.{operation}.xml"), Encoding.UTF8);
        var end = recorded.LastIndexOf($"</{list}>", StringComparison.Ordinal);
        return end < 0 ? throw new InvalidOperationException($"{operation} has no {list}") : recorded.Insert(end, items);
    }
}
