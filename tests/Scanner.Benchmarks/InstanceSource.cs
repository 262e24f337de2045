using System.Globalization;
using System.Net;
using System.Text;

namespace Scanner.Benchmarks;

/// <summary>Makes pages of instances, their statuses, types, images and network interfaces, as large as real ones.</summary>
internal sealed class InstanceSource(int instances)
{
    private const int PageSize = 1000;
    private const string Ec2 = "xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"";

    /// <summary>What a scan is made to ask for, so that nothing else needs an answer.</summary>
    public static readonly IReadOnlySet<string> Actions = new HashSet<string>(StringComparer.Ordinal)
    {
        "ec2:DescribeInstances", "ec2:DescribeInstanceStatus", "ec2:DescribeInstanceTypes", "ec2:DescribeImages", "ec2:DescribeNetworkInterfaces",
    };

    private static readonly string[] s_types = [.. Enumerable.Range(0, 40).Select(i => $"m{i}i.2xlarge")];

    // block devices, metadata options and further tags are most of a real instance
    private static readonly string s_ballast = string.Concat(Enumerable.Range(0, 12).Select(i => $"<item><key>team:cost-centre-{i}</key><value>research-and-development</value></item>"));

    public byte[] Answer(string path, string body)
    {
        var form = body.Split('&').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => WebUtility.UrlDecode(p[1]), StringComparer.Ordinal);
        var from = form.TryGetValue("NextToken", out var token) ? int.Parse(token, CultureInfo.InvariantCulture) : 0;
        return Encoding.UTF8.GetBytes(form["Action"] switch
        {
            "GetCallerIdentity" => "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Arn>arn:aws:sts::123456789012:assumed-role/R/s</Arn><UserId>A:s</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>",
            "DescribeInstances" => Page("DescribeInstances", "reservationSet", from, i => $"<item><reservationId>r-{i}</reservationId><instancesSet>{Instance(i)}</instancesSet></item>"),
            "DescribeInstanceStatus" => Page("DescribeInstanceStatus", "instanceStatusSet", from, Status),
            "DescribeNetworkInterfaces" => Page("DescribeNetworkInterfaces", "networkInterfaceSet", from, Card),
            "DescribeInstanceTypes" => Whole("DescribeInstanceTypes", "instanceTypeSet", string.Concat(s_types.Select(Type))),
            "DescribeImages" => Whole("DescribeImages", "imagesSet", "<item><imageId>ami-0a</imageId><imageOwnerId>123456789012</imageOwnerId><imageState>available</imageState><name>golden</name><creationDate>2026-01-01T00:00:00.000Z</creationDate></item>"),
            var other => throw new InvalidOperationException($"nobody was to ask for {other} of {path}"),
        });
    }

    private string Page(string operation, string set, int from, Func<int, string> make)
    {
        var to = Math.Min(from + PageSize, instances);
        return Whole(operation, set, string.Concat(Enumerable.Range(from, to - from).Select(make)), to < instances ? $"<nextToken>{to}</nextToken>" : "");
    }

    private static string Whole(string operation, string set, string items, string token = "") =>
        $"<{operation}Response {Ec2}><requestId>r</requestId>{token}<{set}>{items}</{set}></{operation}Response>";

    private static string Instance(int i) => $"""
        <item><instanceId>i-{i:x17}</instanceId><imageId>ami-0a</imageId><instanceState><code>16</code><name>running</name></instanceState>
        <privateDnsName>ip-{i}.ec2.internal</privateDnsName><instanceType>{s_types[i % s_types.Length]}</instanceType><launchTime>2026-03-02T08:00:00.000Z</launchTime>
        <placement><availabilityZone>us-east-1a</availabilityZone><tenancy>default</tenancy></placement><subnetId>subnet-{i % 30}</subnetId><vpcId>vpc-1</vpcId>
        <privateIpAddress>10.{i / 65536 % 256}.{i / 256 % 256}.{i % 256}</privateIpAddress><architecture>x86_64</architecture>
        <groupSet><item><groupId>sg-{i % 100}</groupId><groupName>g</groupName></item></groupSet>
        <networkInterfaceSet><item><networkInterfaceId>eni-{i:x17}</networkInterfaceId><subnetId>subnet-{i % 30}</subnetId><vpcId>vpc-1</vpcId><attachment><deviceIndex>0</deviceIndex></attachment></item></networkInterfaceSet>
        <tagSet><item><key>Name</key><value>Compute</value></item><item><key>parallelcluster:cluster-name</key><value>pwb</value></item>{s_ballast}</tagSet></item>
        """;

    private static string Status(int i) =>
        $"<item><instanceId>i-{i:x17}</instanceId><instanceState><code>16</code><name>running</name></instanceState><systemStatus><status>ok</status></systemStatus><instanceStatus><status>ok</status></instanceStatus></item>";

    private static string Card(int i) => $"""
        <item><networkInterfaceId>eni-{i:x17}</networkInterfaceId><subnetId>subnet-{i % 30}</subnetId><vpcId>vpc-1</vpcId><availabilityZone>us-east-1a</availabilityZone><description/>
        <ownerId>123456789012</ownerId><status>in-use</status><privateIpAddress>10.0.0.1</privateIpAddress><groupSet><item><groupId>sg-{i % 100}</groupId></item></groupSet>
        <attachment><instanceId>i-{i:x17}</instanceId><deviceIndex>0</deviceIndex></attachment>
        <privateIpAddressesSet><item><privateIpAddress>10.{i / 65536 % 256}.{i / 256 % 256}.{i % 256}</privateIpAddress><primary>true</primary></item></privateIpAddressesSet></item>
        """;

    private static string Type(string name) => $"<item><instanceType>{name}</instanceType><vCpuInfo><defaultVCpus>8</defaultVCpus></vCpuInfo><memoryInfo><sizeInMiB>32768</sizeInMiB></memoryInfo></item>";
}
