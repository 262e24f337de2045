using Scanner.Model;
using static Scanner.Tests.Collect.Declared.Terraform.TerraformCase;

namespace Scanner.Tests.Collect.Declared.Terraform;

/// <summary>Which resource an attribute will name, before either is made: told only where it can be told for certain.</summary>
public sealed class TerraformReferenceTests
{
    private const string Vpcs = """{"vpc_id":{"references":["aws_vpc.a.id","aws_vpc.a"]}}""";

    [Theory]
    [InlineData("""["aws_vpc.a.id","aws_vpc.a"]""", "declared://t/terraform/aws_vpc.a")]
    [InlineData("""["aws_vpc.a.cidr_block","aws_vpc.a"]""", null)]
    [InlineData("""["aws_vpc.a.id","aws_vpc.a","aws_vpc.b.id","aws_vpc.b"]""", null)]
    [InlineData("""["var.which","aws_vpc.a.id","aws_vpc.a"]""", null)]
    [InlineData("""["local.vpc"]""", null)]
    [InlineData("""["aws_vpc.many[1].id","aws_vpc.many[1]","aws_vpc.many"]""", "declared://t/terraform/aws_vpc.many[1]")]
    [InlineData("""["aws_vpc.many"]""", null)]
    [InlineData("""["aws_vpc.many","count.index"]""", null)]
    [InlineData("""["module.net.vpc_id","module.net"]""", null)]
    [InlineData("""["aws_subnet.a.vpc_id","aws_subnet.a"]""", "declared://t/terraform/aws_vpc.a")]
    [InlineData("""["aws_vpc.gone.id","aws_vpc.gone"]""", null)]
    [InlineData("[]", null)]
    public async Task Single_reference_is_followed_where_it_can_mean_one_thing(string references, string? expected)
    {
        var changes = string.Join(',', Vpc("a"), Vpc("b"), Vpc("many", "0"), Vpc("many", "1"), Create("aws_subnet", "a", "{}", """{"vpc_id":true,"id":true}"""), Create("aws_security_group", "x", """{"name":"x"}""", """{"vpc_id":true,"id":true,"ingress":true,"egress":true}"""));
        var blocks = $$$"""{{{Block("aws_subnet", "a", Vpcs)}}},{{{Block("aws_security_group", "x", $$"""{"vpc_id":{"references":{{references}} } }""")}}}""";

        var vpc = (await Group(changes, blocks)).Vpc;

        Assert.Equal(expected, vpc.IsKnown ? vpc.Value.Id : null);
        if (expected is null) Assert.Equal((GapCause.NotAsked, true), (vpc.Gap!.Cause, vpc.Gap.Detail.Contains("known after apply", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("subnet_ids = aws_subnet.a[*].id", 2)]
    [InlineData("subnet_ids = slice(aws_subnet.a[*].id, 0, 1)", null)]
    [InlineData("subnet_ids = [for s in aws_subnet.a : s.id if s.x]", null)]
    [InlineData("name = \"x\"", null)]
    public async Task List_of_unknown_length_is_all_instances_only_if_its_text_says_so(string line, int? count)
    {
        using var files = new TerraformCase();
        var plan = Plan(string.Join(',', Create("aws_subnet", "a", "{}", """{"id":true}""", "0"), Create("aws_subnet", "a", "{}", """{"id":true}""", "1"), Create("aws_db_subnet_group", "g", """{"name":"g"}""", """{"subnet_ids":true,"vpc_id":true}"""),
            Create("aws_db_instance", "d", """{"db_subnet_group_name":"g"}""", """{"arn":true}""")), Block("aws_db_subnet_group", "g", """{"subnet_ids":{"references":["aws_subnet.a"]}}"""));

        var snapshot = await files.With("plan.json", plan).With("main.tf", $"resource \"aws_db_subnet_group\" \"g\" {{\n  {line}\n}}\n").Read("plan.json");

        var subnets = Graph(snapshot).Find<Database>("declared://t/terraform/aws_db_instance.d")!.Subnets;
        Assert.Equal(count, subnets.IsKnown ? subnets.Value.Count : null);
    }

    [Theory]
    [InlineData("0", "0", """["aws_vpc.many","count.index"]""", null)] // two there, one here: counted differently
    [InlineData("\"a\"", "\"a\"", """["aws_vpc.each","each.key"]""", "declared://t/terraform/aws_vpc.each[\"a\"]")]
    [InlineData("\"a\"", "\"b\"", """["aws_vpc.each","each.key"]""", null)]
    [InlineData("\"a\"", "\"a\"", """["aws_vpc.each","each.value.vpc","each.value"]""", null)]
    public async Task Index_leads_to_the_same_index_only(string own, string other, string references, string? expected)
    {
        var changes = string.Join(',', Vpc("many", "0"), Vpc("many", "1"), Vpc("each", other), Create("aws_security_group", "x", """{"name":"x"}""", """{"vpc_id":true,"id":true}""", own));
        using var files = new TerraformCase();
        var snapshot = await files.With("plan.json", Plan(changes, Block("aws_security_group", "x", $$"""{"vpc_id":{"references":{{references}} } }"""))).Read("plan.json");

        var vpc = Graph(snapshot).Find<SecurityGroup>($"declared://t/terraform/aws_security_group.x[{own}]")!.Vpc;

        Assert.Equal(expected, vpc.IsKnown ? vpc.Value.Id : null);
    }

    [Fact]
    public async Task Rule_of_an_unknown_group_leaves_every_groups_rules_unknown()
    {
        const string rule = """{"type":"ingress","from_port":22,"to_port":22,"protocol":"tcp","cidr_blocks":["0.0.0.0/0"],"ipv6_cidr_blocks":null,"prefix_list_ids":null,"self":false}""";
        var changes = string.Join(',', Create("aws_security_group", "x", """{"name":"x"}""", """{"vpc_id":true,"id":true,"ingress":true,"egress":true}"""), Create("aws_security_group_rule", "r", rule, """{"security_group_id":true,"source_security_group_id":true}"""));

        var group = await Group(changes, $"{Block("aws_security_group", "x", "{}")},{Block("aws_security_group_rule", "r", """{"security_group_id":{"references":["local.group"]}}""")}");

        Assert.False(group.Ingress.IsKnown);
    }

    [Fact]
    public async Task Deleted_resource_is_not_there_and_its_rules_are_gone_from_the_group_that_stays()
    {
        const string old = """{"type":"ingress","security_group_id":"sg-1","from_port":22,"to_port":22,"protocol":"tcp","cidr_blocks":["0.0.0.0/0"],"ipv6_cidr_blocks":[],"prefix_list_ids":[],"source_security_group_id":null,"self":false}""";
        const string group = """{"id":"sg-1","name":"x","vpc_id":"vpc-1","tags":{},"egress":[],"ingress":[{"from_port":22,"to_port":22,"protocol":"tcp","cidr_blocks":["0.0.0.0/0"],"ipv6_cidr_blocks":[],"prefix_list_ids":[],"security_groups":[],"self":false}]}""";
        var plan = Plan($$$"""
            {"address":"aws_security_group.x","mode":"managed","type":"aws_security_group","name":"x","change":{"actions":["no-op"],"before":{{{group}}},"after":{{{group}}},"after_unknown":{} } },
            {"address":"aws_security_group_rule.r","mode":"managed","type":"aws_security_group_rule","name":"r","change":{"actions":["delete"],"before":{{{old}}},"after":null,"after_unknown":{} } },
            {"address":"aws_vpc.v","mode":"managed","type":"aws_vpc","name":"v","change":{"actions":["delete"],"before":{"id":"vpc-9","cidr_block":"10.0.0.0/16"},"after":null,"after_unknown":{} } }
            """, "");
        using var files = new TerraformCase();

        var snapshot = await files.With("plan.json", plan).Read("plan.json");

        Assert.Equal("sg-1", Assert.Single(snapshot.Observations).Id);
        Assert.True(Graph(snapshot).Find<SecurityGroup>("sg-1")!.Ingress.Value.IsEmpty);
    }

    [Fact]
    public async Task Sensitive_attribute_is_hidden_and_replaced_resource_loses_its_id()
    {
        var plan = Plan("""
            {"address":"aws_subnet.s","mode":"managed","type":"aws_subnet","name":"s","change":{"actions":["delete","create"],"before":{"id":"subnet-1","cidr_block":"10.0.0.0/24"},"after":{"cidr_block":"10.0.9.0/24","availability_zone":"us-east-1a"},"after_unknown":{"id":true},"after_sensitive":{"cidr_block":true}}}
            """, "");
        using var files = new TerraformCase();

        var subnet = Graph(await files.With("plan.json", plan).Read("plan.json")).Find<Subnet>("declared://t/terraform/aws_subnet.s")!;

        Assert.Equal((GapCause.NotAsked, true), (subnet.Cidr.Gap!.Cause, subnet.Cidr.Gap.Detail.Contains("sensitive", StringComparison.Ordinal))); // that a plan changes: over what is live, nothing of that may stand
        Assert.Equal("us-east-1a", subnet.AvailabilityZone.Value);
        Assert.Equal(GapCause.Unsupported, subnet.MapsPublicIp.Gap.Cause);
    }

    private static async Task<SecurityGroup> Group(string changes, string blocks)
    {
        using var files = new TerraformCase();
        return Graph(await files.With("plan.json", Plan(changes, blocks)).Read("plan.json")).Find<SecurityGroup>("declared://t/terraform/aws_security_group.x")!;
    }

    private static string Vpc(string name, string index = "") => Create("aws_vpc", name, """{"cidr_block":"10.0.0.0/16"}""", """{"id":true}""", index);
}
