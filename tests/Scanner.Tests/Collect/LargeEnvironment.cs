using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Scanner.Tests.Collect;

/// <summary>
/// What 2,000 users of one environment take: the recorded cluster with 260 instances, 40 target groups, 30 file systems, 20 databases and
/// 100 security groups, all like the recorded ones.
/// </summary>
internal static class LargeEnvironment
{
    private const string Case = "parallelcluster-good";
    private const int TargetGroups = 40;

    public static RecordedAws Start() => new RecordedAws(Case)
        .Answer("ec2:DescribeInstances", Xml("ec2.DescribeInstances.xml", "reservationSet", 260, "i-0aaa0000000000001"))
        .Answer("ec2:DescribeInstanceStatus", Xml("ec2.DescribeInstanceStatus.xml", "instanceStatusSet", 260, "i-0aaa0000000000001"))
        .Answer("ec2:DescribeSecurityGroups", Xml("ec2.DescribeSecurityGroups.xml", "securityGroupInfo", 100, FirstGroup()))
        .Answer("rds:DescribeDBInstances", Xml("rds.DescribeDBInstances.xml", "DBInstances", 20, "pwb-accounting-1"))
        .Answer("elasticloadbalancing:DescribeTargetGroups", Xml("elasticloadbalancing.DescribeTargetGroups.xml", "TargetGroups", TargetGroups, "73e2d6bc24d8a067"))
        .Answer("elasticloadbalancing:DescribeTags.targetgroup", Xml("elasticloadbalancing.DescribeTags.targetgroup.xml", "TagDescriptions", TargetGroups, "73e2d6bc24d8a067"))
        .Answer("elasticfilesystem:DescribeFileSystems", Json("elasticfilesystem.DescribeFileSystems.json", 2, "fs-0fedcba9876543210"))
        .Answer("elasticfilesystem:DescribeMountTargets", File("elasticfilesystem.DescribeMountTargets.fs-0fedcba9876543210.json"))
        .Answer("fsx:DescribeFileSystems", Json("fsx.DescribeFileSystems.json", 28, "fs-0123456789abcdef0"));

    /// <summary>The recorded items, and copies of the first one under further ids.</summary>
    private static string Xml(string file, string list, int count, string id)
    {
        var answer = XDocument.Parse(File(file));
        var items = answer.Descendants().First(e => e.Name.LocalName == list);
        var first = items.Elements().First(e => e.ToString().Contains(id, StringComparison.Ordinal)).ToString();
        for (var i = items.Elements().Count(); i < count; i++) items.Add(XElement.Parse(first.Replace(id, Copy(id, i), StringComparison.Ordinal)));
        return answer.ToString();
    }

    private static string Json(string file, int count, string id)
    {
        var answer = JsonNode.Parse(File(file))!;
        var items = answer["FileSystems"]!.AsArray();
        for (var i = items.Count; i < count; i++) items.Add(JsonNode.Parse(items[0]!.ToJsonString().Replace(id, Copy(id, i), StringComparison.Ordinal)));
        return answer.ToJsonString();
    }

    private static string FirstGroup() => XDocument.Parse(File("ec2.DescribeSecurityGroups.xml")).Descendants().First(e => e.Name.LocalName == "groupId").Value;

    private static string Copy(string id, int i) => id[..^4] + (0x1000 + i).ToString("x4", CultureInfo.InvariantCulture);

    private static string File(string name) => System.IO.File.ReadAllText(Repository.Path("fixtures", "aws", Case, name));
}
