using Scanner.Collect.Declared;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Declared.ParallelCluster;

/// <summary>Which security groups nodes have under a change that does not name all of them.</summary>
public sealed class MovedNodesTests
{
    private const string Live = "aws/1/r";
    private const string Files = "aws/declared/t";
    private const string Pool = "parallelcluster/pwb/login/a";

    [Theory]
    [InlineData("", "sg-more", "sg-login sg-more")]
    [InlineData("sg-more", "", "sg-login")]
    [InlineData("sg-more", "sg-other", "sg-login sg-other")]
    [InlineData("sg-more", "sg-more", "sg-login sg-more")]
    public void Additional_groups_of_a_change_stand_in_the_place_of_the_live_ones(string had, string given, string expected)
    {
        var graph = Lay([.. Nodes([.. Ids("sg-login"), .. Ids(had)]), Configured(had)], Said(given));

        Assert.All(Holders(graph), groups => Assert.Equal(Ids(expected), groups.Value.AsEnumerable().Select(g => g.Id)));
    }

    [Fact]
    public void Groups_cannot_be_told_apart_where_the_live_configuration_was_not_seen()
    {
        var open = Lay([.. Nodes("sg-login", "sg-own")], Said(""));

        Assert.All(Holders(open), groups => Assert.Equal(("f.yaml:7:9: which of the live security groups are AdditionalSecurityGroups was not seen", "update the cluster, then check the live account: --aws-region REGION"),
            (groups.Gap!.Detail, groups.Gap.Remedy.What)));
    }

    /// <summary>The cluster's own groups are known by their names, so that all others would be additional ones.</summary>
    [Theory]
    [InlineData("pwb-LoginNodesSecurityGroup-1A2B3C", "sg-login sg-more")]
    [InlineData("pwb-loginLoadBalancerSecurityGroup-1A2B3C", null)]
    [InlineData("own", null)]
    public void Names_tell_that_there_are_no_additional_groups_where_no_live_configuration_was_seen(string name, string? expected)
    {
        var graph = Lay([.. Nodes("sg-login"), new SecurityGroup { Id = "sg-login", Name = (string?)name }], Said("sg-more"));

        Assert.All(Holders(graph), groups => Assert.Equal(expected, groups.IsKnown ? string.Join(' ', groups.Value.AsEnumerable().Select(g => g.Id)) : null));
    }

    [Theory]
    [InlineData("sg-login", "sg-more", "")]
    [InlineData("sg-more", "sg-more", "")]
    public void Live_nodes_that_have_others_than_their_configuration_says_leave_it_open(string now, string had, string given)
    {
        var graph = Lay([.. Nodes(Ids(now)), Configured(had)], Said(given));

        Assert.All(Holders(graph), groups => Assert.Contains("the live nodes do not have", groups.Gap!.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void Own_groups_that_are_taken_away_leave_open_what_stands_in_their_place_and_whom_it_lets_in()
    {
        var configured = new NodeGroup { Id = "live-1", Key = Pool, SecurityGroups = Groups("sg-own"), AdditionalSecurityGroups = Groups() };
        var head = new SecurityGroup { Id = "sg-head", Name = (string?)"pwb-HeadNodeSecurityGroup-1A2B3C", Ingress = (Items<SecurityGroupRule>)[] };

        var graph = Lay([.. Nodes("sg-own"), configured, head], Said(""));

        Assert.All(Holders(graph), groups => Assert.StartsWith("f.yaml:5:7: SecurityGroups are taken away", groups.Gap!.Detail, StringComparison.Ordinal));
        Assert.False(graph.Find<SecurityGroup>("sg-head")!.Ingress.IsKnown);
    }

    [Fact]
    public void Nodes_that_run_have_the_groups_that_a_change_gives_them()
    {
        var graph = Lay([.. Nodes("sg-login"), Configured("")], new NodeGroup { Id = "declared://t/a", Key = Pool, SecurityGroups = Groups("sg-own"), AdditionalSecurityGroups = Groups() });

        Assert.All(Holders(graph), groups => Assert.Equal(["sg-own"], groups.Value.AsEnumerable().Select(g => g.Id)));
    }

    [Fact]
    public void Host_that_has_other_groups_than_its_node_group_is_left_open()
    {
        var other = new ComputeInstance { Id = "i-2", SecurityGroups = Groups("sg-login", "sg-by-hand") };
        var group = new NodeGroup { Id = "live-1", Key = Pool, SecurityGroups = Groups("sg-login"), Instances = Hosts("i-2") };

        var graph = Lay([group, other, Configured("")], Said("sg-more"));

        Assert.Equal(["sg-login", "sg-more"], graph.Find<NodeGroup>("live-1")!.SecurityGroups.Value.AsEnumerable().Select(g => g.Id));
        Assert.Contains("i-2 has other security groups", graph.Find<ComputeInstance>("i-2")!.SecurityGroups.Gap!.Detail, StringComparison.Ordinal);
    }

    private static IEnumerable<Fact<Items<Ref<SecurityGroup>>>> Holders(ResourceGraph graph) =>
        [graph.Find<NodeGroup>("live-1")!.SecurityGroups, graph.Find<ComputeInstance>("i-1")!.SecurityGroups, graph.Find<NetworkInterface>("eni-1")!.SecurityGroups];

    private static Resource[] Nodes(params string[] groups) =>
    [
        new NodeGroup { Id = "live-1", Key = Pool, SecurityGroups = Groups(groups), Instances = Hosts("i-1") },
        new ComputeInstance { Id = "i-1", SecurityGroups = Groups(groups) },
        new NetworkInterface { Id = "eni-1", Instance = (Ref<ComputeInstance>?)new Ref<ComputeInstance>("i-1"), SecurityGroups = Groups(groups) },
    ];

    private static NodeGroup Configured(string more) => new() { Id = "live-1", Key = Pool, AdditionalSecurityGroups = Groups(Ids(more)) };

    private static NodeGroup Said(string more) => new()
    {
        Id = "declared://t/a", Key = Pool, AdditionalSecurityGroups = Groups(Ids(more)),
        SecurityGroups = new(new Gap(Files, nameof(NodeGroup), "file", GapCause.Hidden, "?", new(RemedyKind.Flag, "?"))),
    };

    private static string[] Ids(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Fact<Items<Ref<SecurityGroup>>> Groups(params string[] ids) => ids.Order(StringComparer.Ordinal).Select(i => new Ref<SecurityGroup>(i)).ToItems();

    private static Fact<Items<Ref<ComputeInstance>>> Hosts(params string[] ids) => ids.Select(i => new Ref<ComputeInstance>(i)).ToItems();

    private static ResourceGraph Lay(Resource[] seen, NodeGroup said)
    {
        var live = new SnapshotBuilder();
        foreach (var resource in seen.Append(new Cluster { Id = "pc-1", Key = "parallelcluster/pwb" }))
            live.Observe(new(resource is NodeGroup { Instances.IsKnown: false } ? Plane.LiveDeclared : Plane.Live, Live, "test", default), resource);
        var file = new SnapshotBuilder();
        foreach (Resource resource in new Resource[] { new Cluster { Id = "declared://t", Key = "parallelcluster/pwb" }, said }) file.Observe(new(Plane.Declared, Files, "file", default) { Locator = "f.yaml:2:1" }, resource);
        file.Declare(new(Pool, "additionalSecurityGroups", new("f.yaml", 7, 9, 12, "x")));
        file.Declare(new(Pool, "securityGroups", new("f.yaml", 5, 7, 12, "x")));
        return new(Overlay.Lay(live.Build(new(Header.CurrentSchema, "test", default, default, [new ScanTarget("t", [Live], null)])),
            new("t", file.Build(new(Header.CurrentSchema, "test", default, default, [new ScanTarget("t", [Files], null)])), []), isPreview: true));
    }
}
