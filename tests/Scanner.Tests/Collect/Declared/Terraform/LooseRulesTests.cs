using Scanner.Model;
using static Scanner.Tests.Collect.Declared.Terraform.TerraformCase;

namespace Scanner.Tests.Collect.Declared.Terraform;

/// <summary>Rules that a plan gives to security groups which only the account has.</summary>
public sealed class LooseRulesTests
{
    private const string Ingress = "aws_vpc_security_group_ingress_rule";
    private const string Own = "tcp 3306-3306 sg-head", Everybody = "tcp 3306-3306 0.0.0.0/0", Other = "tcp 3306-3306 10.0.0.0/8";

    [Theory]
    [InlineData("create", "null", "0.0.0.0/0", Own, Everybody)]
    [InlineData("no-op", "10.0.0.0/8", "10.0.0.0/8", Own, Other)]
    [InlineData("update", "10.0.0.0/8", "0.0.0.0/0", Own, Everybody)]
    [InlineData("delete", "10.0.0.0/8", "null", Own)]
    public async Task Rule_of_a_live_group_comes_goes_or_changes(string action, string before, string after, params string[] expected)
    {
        var live = action == "create" ? Group(HeadRule) : Group(HeadRule, new("tcp", 3306, 3306, PeerKind.Cidr, "10.0.0.0/8", null));

        Assert.Equal(expected, Said(await Preview(Change(Ingress, "x", action, Rule(before), Rule(after)), live)));
    }

    [Theory]
    [InlineData("ingress", Own, Everybody, "tcp 3306-3306 sg-head")]
    [InlineData("egress", Own)]
    public async Task Rule_of_the_older_type_has_its_direction(string direction, params string[] expected)
    {
        var rule = $$"""{"security_group_id":"sg-1","type":"{{direction}}","protocol":"tcp","from_port":3306,"to_port":3306,"cidr_blocks":["0.0.0.0/0"],"ipv6_cidr_blocks":null,"prefix_list_ids":null,"self":false,"source_security_group_id":"sg-head"}""";

        Assert.Equal(expected.Distinct(), Said(await Preview(Change("aws_security_group_rule", "x", "create", "", rule), Group(HeadRule))));
    }

    /// <summary>AWS tells the account of a peer, and files do not.</summary>
    [Fact]
    public async Task Rule_that_is_there_changes_nothing()
    {
        using var files = new TerraformCase();
        const string rule = """{"security_group_id":"sg-1","ip_protocol":"tcp","from_port":3306,"to_port":3306,"cidr_ipv4":null,"cidr_ipv6":null,"prefix_list_id":null,"referenced_security_group_id":"sg-head"}""";

        var snapshot = await files.Preview(Plan(Change(Ingress, "x", "create", "", rule), ""), Group(new SecurityGroupRule("tcp", 3306, 3306, PeerKind.SecurityGroup, "sg-head", "123456789012")));

        Assert.Single(snapshot.Observations);
        Assert.True(snapshot.Header.Declarations.IsEmpty);
    }

    [Fact]
    public async Task Rule_is_at_its_line()
    {
        using var files = new TerraformCase();

        var snapshot = await files.With("main.tf", "# all\nresource \"aws_vpc_security_group_ingress_rule\" \"x\" {\n}\n").Preview(Plan(Change(Ingress, "x", "create", "", Rule("0.0.0.0/0")), Block(Ingress, "x", "{}")), Group(HeadRule));

        var place = Assert.Single(snapshot.Header.Declarations.AsEnumerable());
        Assert.Equal(("sg-1", "ingress", "main.tf", 2), (place.Key, place.Property, place.Location.File, place.Location.Line));
    }

    [Fact]
    public async Task Rule_of_a_group_that_a_data_source_names_is_the_live_groups()
    {
        const string data = """{"address":"data.aws_security_group.d","mode":"data","type":"aws_security_group","name":"d","change":{"actions":["no-op"],"before":{"id":"sg-1"},"after":{"id":"sg-1","name":"x","vpc_id":"vpc-1"},"after_unknown":{} } }""";

        Assert.Equal([Own, Everybody], Said(await Preview($"{data},{Change(Ingress, "x", "create", "", Rule("0.0.0.0/0"))}", Group(HeadRule))));
    }

    [Fact]
    public async Task Rule_that_goes_and_is_not_there_leaves_the_group_open()
    {
        var graph = await Preview(Change(Ingress, "x", "delete", Rule("10.0.0.0/8"), ""), Group(HeadRule));

        Assert.Contains("what it takes away is not there as it says", graph.Find<SecurityGroup>("sg-1")!.Ingress.Gap!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_whose_peer_is_known_after_apply_leaves_the_group_open()
    {
        var graph = await Preview(Change(Ingress, "x", "create", "", Rule("null"), """{"cidr_ipv4":true}"""), Group(HeadRule));

        Assert.Equal("plan.json:1: aws_vpc_security_group_ingress_rule.x.cidr_ipv4 is known after apply", graph.Find<SecurityGroup>("sg-1")!.Ingress.Gap!.Detail);
    }

    [Theory]
    [InlineData("aws_security_groups", false)]
    [InlineData("aws_iam_policy_document", true)]
    public async Task Group_that_is_looked_for_while_a_plan_is_applied_may_be_any_live_one(string type, bool isKnown)
    {
        var data = $$$"""{"address":"data.{{{type}}}.d","mode":"data","type":"{{{type}}}","name":"d","change":{"actions":["read"],"before":null,"after":{},"after_unknown":{"id":true} } }""";
        var rule = Change(Ingress, "x", "create", "", Rule("0.0.0.0/0").Replace("\"security_group_id\":\"sg-1\",", "", StringComparison.Ordinal), """{"security_group_id":true}""");

        Assert.Equal(isKnown, (await Preview($"{data},{rule}", Group(HeadRule))).Find<SecurityGroup>("sg-1")!.Ingress.IsKnown);
    }

    [Fact]
    public async Task Group_whose_rules_were_not_seen_stays_unknown_for_that_reason()
    {
        var denied = new Gap("aws/1/r", "SecurityGroup", "ec2:DescribeSecurityGroups", GapCause.Denied, "no", new(RemedyKind.Permission, "ec2:DescribeSecurityGroups"));

        var graph = await Preview(Change(Ingress, "x", "create", "", Rule("0.0.0.0/0")), new SecurityGroup { Id = "sg-1", Ingress = new(denied) });

        Assert.Equal(denied, graph.Find<SecurityGroup>("sg-1")!.Ingress.Gap);
    }

    private static SecurityGroupRule HeadRule => new("tcp", 3306, 3306, PeerKind.SecurityGroup, "sg-head", null);

    private static SecurityGroup Group(params SecurityGroupRule[] rules) => new() { Id = "sg-1", Ingress = rules.ToItems() };

    private static string Rule(string block) => block == "null" ? Rule("").Replace("\"\"", "null", StringComparison.Ordinal)
        : $$"""{"security_group_id":"sg-1","ip_protocol":"tcp","from_port":3306,"to_port":3306,"cidr_ipv4":"{{block}}","cidr_ipv6":null,"prefix_list_id":null,"referenced_security_group_id":null}""";

    private static IEnumerable<string> Said(ResourceGraph graph) =>
        graph.Find<SecurityGroup>("sg-1")!.Ingress.Value.AsEnumerable().Select(r => $"{r.Protocol} {r.FromPort}-{r.ToPort} {r.Peer}");

    private static async Task<ResourceGraph> Preview(string changes, Resource live)
    {
        using var files = new TerraformCase();
        return Graph(await files.Preview(Plan(changes, ""), live));
    }
}
