using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Scanner.Tests.Collect.Kubernetes;

/// <summary>The two sides of a recorded EKS deployment are one: what the cluster names is in the account.</summary>
public sealed class RecordedWorldTests
{
    public static TheoryData<string> Cases => ["eks-good", "eks-drifted"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_node_is_an_instance_in_its_zone(string name)
    {
        var instances = Xml(name, "ec2.DescribeInstances").Descendants().Where(e => e.Name.LocalName == "instancesSet").Elements()
            .ToDictionary(i => Text(i, "instanceId"), i => (Zone: Text(i, "availabilityZone"), Name: Text(i, "privateDnsName")));

        var nodes = Items(name, "/api/v1/nodes").Select(n => ((string)n["spec"]!["providerID"]!, (string)n["metadata"]!["name"]!)).ToList();

        Assert.Equal(nodes.Order(), instances.Select(i => ($"aws:///{i.Value.Zone}/{i.Key}", i.Value.Name)).Order());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_pod_has_an_address_of_its_nodes_interfaces(string name)
    {
        var held = Xml(name, "ec2.DescribeNetworkInterfaces").Descendants().Where(e => e.Name.LocalName == "networkInterfaceSet").Elements()
            .Where(e => Text(e, "instanceId").Length > 0)
            .SelectMany(e => e.Descendants().Where(a => a.Name.LocalName == "privateIpAddress").Select(a => (Instance: Text(e, "instanceId"), a.Value))).ToHashSet();
        var instances = Items(name, "/api/v1/nodes").ToDictionary(n => (string)n["metadata"]!["name"]!, n => ((string)n["spec"]!["providerID"]!).Split('/')[^1]);

        Assert.All(Items(name, "/api/v1/pods"), p => Assert.Contains((instances[(string)p["spec"]!["nodeName"]!], (string)p["status"]!["podIP"]!), held));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Targets_are_the_servers_pods(string name)
    {
        var targets = Xml(name, "elasticloadbalancing.DescribeTargetHealth").Descendants().Where(e => e.Name.LocalName == "Id").Select(e => e.Value);

        var servers = Items(name, "/api/v1/pods").Where(p => (string?)p["metadata"]!["labels"]!["app.kubernetes.io/name"] == "rstudio-workbench").Select(p => (string)p["status"]!["podIP"]!);

        Assert.Equal(servers.Order(StringComparer.Ordinal), targets.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_the_cluster_names_is_in_the_account(string name)
    {
        string Binding(string field) => (string)Items(name, "/apis/elbv2.k8s.aws/v1beta1/targetgroupbindings").Single()["spec"]![field]!;
        var systems = Account(name, "fsx.DescribeFileSystems.json") + Account(name, "elasticfilesystem.DescribeFileSystems.json");

        Assert.Contains(Binding("targetGroupARN"), Account(name, "elasticloadbalancing.DescribeTargetGroups.xml"), StringComparison.Ordinal);
        Assert.Contains($"<DNSName>{Items(name, "/apis/networking.k8s.io/v1/ingresses").Select(Hostname).Single(h => h is not null)}<", Account(name, "elasticloadbalancing.DescribeLoadBalancers.xml"), StringComparison.Ordinal);
        Assert.All(Items(name, "/api/v1/persistentvolumes"), v => Assert.Contains($"\"{FileSystem(v)}\"", systems, StringComparison.Ordinal));
        Assert.All(Items(name, "/apis/karpenter.k8s.aws/v1/ec2nodeclasses").SelectMany(c => c["status"]!["subnets"]!.AsArray()),
            s => Assert.Contains((string)s!["id"]!, Account(name, "ec2.DescribeSubnets.xml"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_reference_inside_the_account_leads_somewhere(string name)
    {
        string[] kinds = ["subnet-", "sg-", "vpc-", "i-", "eni-"];
        string[] homes = ["ec2.DescribeSubnets", "ec2.DescribeSecurityGroups", "ec2.DescribeVpcs", "ec2.DescribeInstances", "ec2.DescribeNetworkInterfaces"];
        string[] ids = ["subnetId", "groupId", "vpcId", "instanceId", "networkInterfaceId"];
        var known = homes.Zip(ids).SelectMany(h => Xml(name, h.First).Descendants().Where(e => e.Name.LocalName == h.Second && IsItsOwn(e)).Select(e => e.Value)).ToHashSet(StringComparer.Ordinal);

        var referred = Directory.EnumerateFiles(Repository.Path("fixtures", "aws", "eks-good")).Select(Path.GetFileName).Where(f => f!.EndsWith(".xml", StringComparison.Ordinal))
            .SelectMany(f => XDocument.Parse(Account(name, f!)).Descendants().Where(e => !e.HasElements && kinds.Any(k => e.Value.StartsWith(k, StringComparison.Ordinal) && e.Value.Length == k.Length + 17)));

        Assert.All(referred, e => Assert.Contains(e.Value, known));
    }

    /// <summary>An item's own id is its direct child.</summary>
    private static bool IsItsOwn(XElement id) => id.Parent!.Parent!.Name.LocalName is "subnetSet" or "securityGroupInfo" or "vpcSet" or "instancesSet" or "networkInterfaceSet";

    private static string? Hostname(JsonNode ingress) => (string?)ingress["status"]!["loadBalancer"]!["ingress"]?[0]!["hostname"];

    private static string FileSystem(JsonNode volume) => (((string?)volume["spec"]!["csi"]!["volumeAttributes"]?["DNSName"]) ?? (string)volume["spec"]!["csi"]!["volumeHandle"]!).Split('.', ':')[0];

    private static IEnumerable<JsonNode> Items(string name, string path) => new RecordedClusterCase(name).Pages(path)!.SelectMany(p => JsonNode.Parse(p)!["items"]!.AsArray()).Select(i => i!);

    private static XDocument Xml(string name, string operation) => XDocument.Parse(Account(name, $"{operation}.xml"));

    private static string Account(string name, string file) => File.ReadAllText(
        new[] { name, "eks-good" }.Select(c => Repository.Path("fixtures", "aws", c, file)).First(File.Exists));

    private static string Text(XElement item, string name) => item.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value ?? "";
}
