using Scanner.Model;
using static Scanner.Tests.Collect.Declared.Terraform.TerraformCase;

namespace Scanner.Tests.Collect.Declared.Terraform;

/// <summary>Parts that a plan gives to things which only the account has, and what it says of things whose subnets only the account has.</summary>
public sealed class LoosePartsTests
{
    private const string Arn = "arn:aws:elasticloadbalancing:us-east-1:1:";

    public static TheoryData<string, string, string, string, string> Parts() => new()
    {
        { "aws_lb_target_group_attachment", "target_group_arn", Arn + "targetgroup/g/1", "TargetGroup", "targets" },
        { "aws_autoscaling_attachment", "lb_target_group_arn", Arn + "targetgroup/g/1", "TargetGroup", "targets" },
        { "aws_autoscaling_attachment", "elb", "classic", "NodeGroup", "targetGroups" },
        { "aws_lb_listener", "load_balancer_arn", Arn + "loadbalancer/app/b/1", "LoadBalancer", "listenerRules listeners" },
        { "aws_lb_listener_rule", "listener_arn", Arn + "listener/app/b/1/2", "LoadBalancer", "listenerRules" },
        { "aws_route", "route_table_id", "rtb-1", "RouteTable", "routes" },
        { "aws_route_table_association", "route_table_id", "rtb-1", "RouteTable", "subnets" },
        { "aws_main_route_table_association", "route_table_id", "rtb-2", "RouteTable", "isMain" },
        { "aws_network_acl_rule", "network_acl_id", "acl-1", "NetworkAcl", "entries" },
        { "aws_network_acl_association", "network_acl_id", "acl-2", "NetworkAcl", "subnets" },
        { "aws_ec2_managed_prefix_list_entry", "prefix_list_id", "pl-1", "PrefixList", "entries" },
        { "aws_vpc_ipv4_cidr_block_association", "vpc_id", "vpc-1", "Vpc", "cidrs" },
        { "aws_efs_mount_target", "file_system_id", "fs-1", "FileSystem", "endpointIps networkInterfaces securityGroups subnets" },
        { "aws_efs_backup_policy", "file_system_id", "fs-1", "FileSystem", "backupPolicy" },
        { "aws_fsx_data_repository_association", "file_system_id", "fs-1", "FileSystem", "dataRepositories" },
    };

    [Theory, MemberData(nameof(Parts))]
    public async Task Live_thing_that_gets_or_loses_a_part_is_known_after_apply(string type, string attribute, string owner, string kind, string properties)
    {
        var values = $$"""{"{{attribute}}":"{{owner}}"}""";
        foreach (var (action, expected) in ((string, string)[])[("create", properties), ("delete", properties), ("no-op", "")])
        {
            using var files = new TerraformCase();
            var preview = (await files.Preview(Plan(Change(type, "x", action, values, values), ""), [.. Live().Where(r => r.GetType().Name == kind)])).Observations.Where(o => o.Evidence.Plane is Plane.Preview).ToList();

            Assert.Equal(expected, string.Join(' ', preview.Select(o => o.Properties[0].Name).Order(StringComparer.Ordinal)));
            Assert.All(preview, o => Assert.Equal((kind, GapCause.NotAsked, true), (o.Kind, o.Properties[0].Gap!.Cause, o.Properties[0].Gap!.Detail.Contains($"which {type}.x changes", StringComparison.Ordinal))));
        }
    }

    /// <summary>A plan that only registers a host has no load balancer, so that whoever makes it must be asked.</summary>
    [Theory]
    [InlineData("", false)]
    [InlineData("""{"load_balancer_arn":"arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/app/b/1","arn":"l","port":443,"protocol":"HTTPS","default_action":[]}""", true)]
    public async Task Load_balancer_of_a_plan_without_listeners_may_have_others(string listener, bool isKnown)
    {
        using var files = new TerraformCase();
        var changes = Create("aws_lb", "b", Balancer) + (listener.Length == 0 ? "" : "," + Create("aws_lb_listener", "l", listener));

        var balancer = Graph(await files.With("plan.json", Plan(changes, "")).Read("plan.json")).Find<LoadBalancer>(Arn + "loadbalancer/app/b/1")!;

        Assert.Equal((isKnown, isKnown), (balancer.Listeners.IsKnown, balancer.ListenerRules.IsKnown));
    }

    [Theory]
    [InlineData("subnet-2", "us-east-1a us-east-1b")]
    [InlineData("subnet-9", null)]
    public async Task Zones_are_those_of_live_subnets_where_the_plan_has_none(string second, string? expected)
    {
        using var files = new TerraformCase();
        var plan = Plan(Create("aws_lb", "b", Balancer.Replace("subnet-2", second, StringComparison.Ordinal), """{"vpc_id":true}"""), "");

        var zones = Graph(await files.Preview(plan, In("subnet-1", "us-east-1a"), In("subnet-2", "us-east-1b"))).Find<LoadBalancer>(Arn + "loadbalancer/app/b/1")!;

        Assert.Equal(expected, zones.AvailabilityZones.IsKnown ? string.Join(' ', zones.AvailabilityZones.Value.AsEnumerable()) : null);
        Assert.Equal(expected is not null, zones.Vpc.IsKnown);
    }

    [Fact]
    public async Task Subnets_of_a_database_are_changed_at_its_subnet_group()
    {
        using var files = new TerraformCase();
        const string source = "resource \"aws_db_subnet_group\" \"g\" {\n  subnet_ids = []\n}\nresource \"aws_db_instance\" \"d\" {\n  db_subnet_group_name = \"g\"\n}\n";
        var changes = $"{Create("aws_db_subnet_group", "g", """{"name":"g","subnet_ids":["subnet-1"]}""")},{Create("aws_db_instance", "d", """{"db_subnet_group_name":"g"}""")}";

        var snapshot = await files.With("main.tf", source).With("plan.json", Plan(changes, $"{Block("aws_db_subnet_group", "g", "{}")},{Block("aws_db_instance", "d", "{}")}")).Read("plan.json");

        Assert.Equal(["subnets 2", "vpc 5"], snapshot.Header.Declarations.AsEnumerable().Where(d => d.Property is "subnets" or "vpc").Select(d => $"{d.Property} {d.Location.Line}"));
    }

    private static string Balancer => $$"""{"arn":"{{Arn}}loadbalancer/app/b/1","name":"b","load_balancer_type":"application","internal":true,"subnets":["subnet-1","subnet-2"]}""";

    private static Subnet In(string id, string zone) => new() { Id = id, AvailabilityZone = zone, Vpc = new Ref<Vpc>("vpc-1") };

    private static Resource[] Live() =>
    [
        new TargetGroup { Id = Arn + "targetgroup/g/1", Targets = (Items<Target>)[] },
        new LoadBalancer { Id = Arn + "loadbalancer/app/b/1", Listeners = (Items<Listener>)[], ListenerRules = (Items<ListenerRule>)[] },
        new NodeGroup { Id = "asg", TargetGroups = (Items<Ref<TargetGroup>>)[] },
        new RouteTable { Id = "rtb-1", Routes = (Items<Route>)[], Subnets = (Items<Ref<Subnet>>)[], IsMain = true },
        new NetworkAcl { Id = "acl-1", Entries = (Items<NetworkAclEntry>)[], Subnets = (Items<Ref<Subnet>>)[] },
        new PrefixList { Id = "pl-1", Entries = (Items<Cidr>)[] },
        new Vpc { Id = "vpc-1", Cidrs = (Items<Cidr>)[] },
        new FileSystem
        {
            Id = "fs-1", BackupPolicy = (string?)"ENABLED", DataRepositories = (Items<string>)[], EndpointIps = (Items<string>)[], NetworkInterfaces = (Items<Ref<NetworkInterface>>)[],
            SecurityGroups = (Items<Ref<SecurityGroup>>)[], Subnets = (Items<Ref<Subnet>>)[],
        },
    ];
}
