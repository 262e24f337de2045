using Scanner.Collect.Declared;
using Scanner.Collect.Declared.ParallelCluster;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Declared;

/// <summary>What files say of things that a scan saw, of things that are not there, and of a change.</summary>
public sealed class OverlayTests
{
    private const string Live = "aws/1/r";
    private const string Files = "aws/declared/t";

    [Fact]
    public void Declared_value_of_what_is_there_is_kept_beside_the_live_one_which_counts()
    {
        var snapshot = Overlay.Lay(Seen(Group("live-1", "parallelcluster/pwb/login/a", 2)), Declared(Group("declared://t/a", "parallelcluster/pwb/login/a", 5)), isPreview: false);

        Assert.Equal([Plane.Live, Plane.Declared], snapshot.Observations.Where(o => o.Id == "live-1").Select(o => o.Evidence.Plane));
        Assert.Equal(2, new ResourceGraph(snapshot).Find<NodeGroup>("live-1")!.Max.Value);
    }

    [Fact]
    public void Declared_thing_that_is_not_there_does_not_exist()
    {
        var snapshot = Overlay.Lay(Seen(), Declared(Group("declared://t/a", "parallelcluster/pwb/login/a", 5)), isPreview: false);

        Assert.Equal(Files, Assert.Single(snapshot.Observations).Evidence.Scope);
        Assert.True(new ResourceGraph(snapshot).Of<NodeGroup>([Live]).Any().IsFalse);
    }

    [Fact]
    public void Declared_thing_of_a_kind_that_was_denied_is_no_more_known_than_without_the_file()
    {
        var denied = new Gap(Live, nameof(NodeGroup), "autoscaling:DescribeAutoScalingGroups", GapCause.Denied, "no", new(RemedyKind.Permission, "autoscaling:DescribeAutoScalingGroups"));
        var seen = Seen() with { Coverage = [new(nameof(NodeGroup), Live, "autoscaling:DescribeAutoScalingGroups", denied)] };

        var groups = new ResourceGraph(Overlay.Lay(seen, Declared(Group("declared://t/a", "parallelcluster/pwb/login/a", 5)), isPreview: false)).Of<NodeGroup>([Live]);

        Assert.Equal(denied, groups.Any().Gap);
    }

    [Fact]
    public void Thing_of_a_kind_that_nobody_looked_for_is_where_the_files_say()
    {
        var seen = Seen() with { Coverage = [] };

        var groups = new ResourceGraph(Overlay.Lay(seen, Declared(Group("declared://t/a", "parallelcluster/pwb/login/a", 5)), isPreview: false)).Of<NodeGroup>([Live]);

        Assert.True(groups.Any().IsTrue);
    }

    [Fact]
    public void Change_wins_over_what_is_there_and_brings_what_is_not()
    {
        var seen = Seen(Group("live-1", "parallelcluster/pwb/login/a", 2));
        var change = Declared(Group("declared://t/a", "parallelcluster/pwb/login/a", 5), Group("declared://t/b", "parallelcluster/pwb/login/b", 1));

        var graph = new ResourceGraph(Overlay.Lay(seen, change, isPreview: true));

        Assert.Equal(5, graph.Find<NodeGroup>("live-1")!.Max.Value);
        Assert.True((graph.Of<NodeGroup>([Live]).Count() == 2).IsTrue);
    }

    [Fact]
    public void Change_takes_away_what_it_no_longer_names_of_a_kind_that_it_declares_in_full()
    {
        var cluster = new Cluster { Id = "pc-1", Key = "parallelcluster/pwb" };
        var seen = Seen(cluster, Group("live-1", "parallelcluster/pwb/login/a", 2), Group("live-2", "parallelcluster/pwb/login/b", 2), Group("live-3", "parallelcluster/other/login/a", 2));
        var change = Declared(new Cluster { Id = "declared://t", Key = "parallelcluster/pwb" }, Group("declared://t/a", "parallelcluster/pwb/login/a", 5));
        change = change with { Snapshot = change.Snapshot with { Coverage = [new(nameof(NodeGroup), Files, "file", null)] } };

        var graph = new ResourceGraph(Overlay.Lay(seen, change, isPreview: true));

        Assert.NotNull(graph.Find<NodeGroup>("live-1"));
        Assert.Null(graph.Find<NodeGroup>("live-2"));
        Assert.NotNull(graph.Find<NodeGroup>("live-3"));
    }

    /// <summary>Terraform says of no kind how many there are; that takes nothing from what a ParallelCluster's configuration says of its own parts.</summary>
    [Fact]
    public void Change_takes_away_parts_of_a_ParallelCluster_whatever_other_files_leave_open()
    {
        var cluster = new Cluster { Id = "pc-1", Key = "parallelcluster/pwb" };
        var seen = Seen(cluster, Group("live-1", "parallelcluster/pwb/queue/a", 2), Group("live-2", "parallelcluster/pwb/queue/b", 2), Group("live-3", "asg/c", 2));
        var change = Declared(new Cluster { Id = "declared://t", Key = "parallelcluster/pwb" }, Group("declared://t/a", "parallelcluster/pwb/queue/a", 5));
        var open = new Gap(Files, nameof(NodeGroup), "Terraform", GapCause.NotAsked, "?", new(RemedyKind.Flag, "?"));
        change = change with { Snapshot = change.Snapshot with { Coverage = [new(nameof(NodeGroup), Files, "ParallelCluster configuration", null), new(nameof(NodeGroup), Files, "Terraform", open)] } };

        var graph = new ResourceGraph(Overlay.Lay(seen, change, isPreview: true));

        Assert.NotNull(graph.Find<NodeGroup>("live-1"));
        Assert.Null(graph.Find<NodeGroup>("live-2"));
        Assert.NotNull(graph.Find<NodeGroup>("live-3"));
    }

    [Theory]
    [InlineData(GapCause.Unsupported, false)]
    [InlineData(GapCause.NotAsked, false)]
    [InlineData(GapCause.Hidden, true)]
    public void Change_whose_value_cannot_be_read_leaves_nothing_of_the_live_one_unless_it_does_not_say_it(GapCause cause, bool keeps)
    {
        var gap = new Gap(Files, nameof(NodeGroup), "file", cause, "?", new(RemedyKind.Flag, "?"));
        var change = Declared(new NodeGroup { Id = "declared://t/a", Key = "asg/a", Max = new(gap) });

        Assert.Equal(keeps, new ResourceGraph(Overlay.Lay(Seen(Group("live-1", "asg/a", 2)), change, isPreview: true)).Find<NodeGroup>("live-1")!.Max.IsKnown);
    }

    [Fact]
    public void Thing_that_a_change_only_names_is_what_the_scan_saw_or_nothing()
    {
        var named = Build(Files, Plane.Declared, [Group("fs-1", "fs-1", 5), Group("fs-2", "fs-2", 5)], ParallelClusterFormat.Name);
        var change = new DeclaredState("t", named, []) { ReferredIds = ["fs-1", "fs-2"] };

        var graph = new ResourceGraph(Overlay.Lay(Seen(Group("fs-1", "fs-1", 2)), change, isPreview: true));

        Assert.Equal(2, graph.Find<NodeGroup>("fs-1")!.Max.Value);
        Assert.Null(graph.Find<NodeGroup>("fs-2"));
    }

    [Fact]
    public void Thing_that_one_file_only_names_is_what_another_file_makes_of_it()
    {
        var (named, told) = (Build(Files, Plane.Declared, [Group("fs-1", "fs-1", 5)], ParallelClusterFormat.Name), Build(Files, Plane.Declared, [Group("fs-1", "fs-1", 7)]));
        var change = new DeclaredState("t", named with { Observations = [.. named.Observations, .. told.Observations] }, []) { ReferredIds = ["fs-1"] };

        Assert.Equal(7, new ResourceGraph(Overlay.Lay(Seen(Group("fs-1", "fs-1", 2)), change, isPreview: true)).Find<NodeGroup>("fs-1")!.Max.Value);
    }

    [Fact]
    public void Change_takes_away_what_it_deletes_and_keeps_nothing_of_what_it_makes_anew()
    {
        var seen = Seen(Group("live-1", "asg/a", 2), Group("live-2", "asg/b", 2));
        var change = Declared(new NodeGroup { Id = "declared://t/b", Key = "asg/b", Min = 1 }) with { GoneIds = ["live-1", "live-2"] };

        var graph = new ResourceGraph(Overlay.Lay(seen, change, isPreview: true));

        Assert.Null(graph.Find<NodeGroup>("live-1"));
        Assert.False(graph.Find<NodeGroup>("live-2")!.Max.IsKnown);
        Assert.NotNull(new ResourceGraph(Overlay.Lay(seen, change, isPreview: false)).Find<NodeGroup>("live-1"));
    }

    [Fact]
    public void Reference_to_a_declared_thing_names_the_one_that_is_there()
    {
        var cluster = new Cluster { Id = "pc-1", Key = "parallelcluster/pwb" };
        var group = new NodeGroup { Id = "declared://t/a", Key = "parallelcluster/pwb/login/a", Cluster = (Ref<Cluster>?)new Ref<Cluster>("declared://t") };
        var snapshot = Overlay.Lay(Seen(cluster), Declared(new Cluster { Id = "declared://t", Key = "parallelcluster/pwb" }, group), isPreview: true);

        Assert.Equal("pc-1", new ResourceGraph(snapshot).Find<NodeGroup>("declared://t/a")!.Cluster.Value!.Value.Id);
    }

    /// <summary>What a file only names is looked for in the live cluster; what it brings is where it brings it.</summary>
    [Theory]
    [InlineData("k8s://declared/t/PersistentVolume/homes", "k8s://declared/t/PersistentVolume/homes")]
    [InlineData("k8s://declared/t/PersistentVolume/there", "k8s://live/PersistentVolume/there")]
    public void Reference_to_a_new_thing_of_a_cluster_leads_to_it_and_to_others_into_the_live_one(string named, string expected)
    {
        var seen = Build("k8s/live", Plane.Live, [new Cluster { Id = "k8s://live", Key = "live" }]) with { Coverage = [] };
        var claim = new VolumeClaim { Id = "k8s://declared/t/VolumeClaim/a/b", Key = "VolumeClaim/a/b", Volume = (Ref<KubeVolume>?)new Ref<KubeVolume>(named) };
        var declared = new DeclaredState("t", Build("k8s/declared/t", Plane.Declared, [new Cluster { Id = "k8s://declared/t", Key = "t" }, new KubeVolume { Id = "k8s://declared/t/PersistentVolume/homes", Key = "PersistentVolume/homes" }, claim]), []);

        Assert.Equal(expected, new ResourceGraph(Overlay.Lay(seen, declared, isPreview: true)).Find<VolumeClaim>(claim.Id)!.Volume.Value!.Value.Id);
    }

    [Fact]
    public void Several_things_of_one_key_have_no_twin()
    {
        var seen = Seen(Group("live-1", "parallelcluster/pwb/login/a", 2), Group("live-2", "parallelcluster/pwb/login/a", 2));

        var snapshot = Overlay.Lay(seen, Declared(Group("declared://t/a", "parallelcluster/pwb/login/a", 5)), isPreview: false);

        Assert.Single(snapshot.Observations, o => o.Evidence.Scope == Files);
    }

    [Fact]
    public void Places_are_kept_under_the_keys_of_what_is_there()
    {
        var place = new SourceLocation("f.yaml", 3, 1, 5, "a: 1");
        var declared = Declared(Group("fs-1", "fs-1", 1));
        declared = declared with { Snapshot = declared.Snapshot with { Header = declared.Snapshot.Header with { Declarations = [new("fs-1", null, place)] } } };

        var snapshot = Overlay.Lay(Seen(Group("fs-1", "cloudformation/stack/Home", 2)), declared, isPreview: false);

        Assert.Equal(new Declaration("cloudformation/stack/Home", null, place), Assert.Single(snapshot.Header.Declarations.AsEnumerable()));
    }

    /// <summary>The digits are derived from the name, in one way or another; another resource of a template's stack is another one.</summary>
    [Theory]
    [InlineData("declared://t/parallelcluster/pwb/storage/home", "cloudformation/pwb/EFS2395b171bc347024", "fs-1")]
    [InlineData("declared://t/parallelcluster/pwb/storage/home", "cloudformation/pwb/FSX2395b171bc347024", "declared://t/parallelcluster/pwb/storage/home")]
    [InlineData("declared://t/parallelcluster/pwb/storage/home", "cloudformation/other/EFS2395b171bc347024", "declared://t/parallelcluster/pwb/storage/home")]
    [InlineData("declared://t/Home", "cloudformation/pwb/EFS2395b171bc347024", "declared://t/Home")]
    public void Storage_that_a_cluster_makes_is_that_of_its_stack_by_sort_and_name(string id, string key, string twin)
    {
        static FileSystem Home(string id, string key) => new() { Id = id, Key = key, Name = (string?)"home" };
        var snapshot = Overlay.Lay(Seen(Home("fs-1", "cloudformation/pwb/EFSd1e2f3a4b5c6d7e8")), Declared(Home(id, key)), isPreview: true);

        Assert.Equal(twin, Assert.Single(snapshot.Observations, o => o.Evidence.Plane is Plane.Preview).Id);
    }

    [Theory]
    [InlineData("sg-new", true)]
    [InlineData("sg-login", false)]
    public void Change_of_whose_groups_nodes_have_leaves_open_whom_the_clusters_own_groups_let_in(string given, bool isOpen)
    {
        static Fact<Items<Ref<SecurityGroup>>> Groups(params string[] ids) => ids.Select(i => new Ref<SecurityGroup>(i)).ToItems();
        static SecurityGroup Named(string id, string name) => new() { Id = id, Name = (string?)name, Ingress = (Items<SecurityGroupRule>)[] };
        var seen = Seen(new Cluster { Id = "pc-1", Key = "parallelcluster/pwb" }, new NodeGroup { Id = "live-1", Key = "parallelcluster/pwb/login/a", SecurityGroups = Groups("sg-login") },
            new FileSystem { Id = "fs-1", Key = "cloudformation/pwb/EFSd1e2f3a4b5c6d7e8", SecurityGroups = Groups("sg-efs") }, new FileSystem { Id = "fs-2", Key = "fs-2", SecurityGroups = Groups("sg-own") },
            Named("sg-head", "pwb-HeadNodeSecurityGroup-1A2B3C"), Named("sg-login", "pwb-LoginNodesSecurityGroup-1A2B3C"), Named("sg-efs", "shared"), Named("sg-own", "own"), Named("sg-new", "new"), Named("sg-other", "other-HeadNodeSecurityGroup-1A2B3C"));
        var change = Declared(new Cluster { Id = "declared://t", Key = "parallelcluster/pwb" }, new NodeGroup { Id = "declared://t/a", Key = "parallelcluster/pwb/login/a", SecurityGroups = Groups(given) });

        var graph = new ResourceGraph(Overlay.Lay(seen, change, isPreview: true));
        var open = ((string[])["sg-efs", "sg-head", "sg-login", "sg-new", "sg-other", "sg-own"]).Where(id => !graph.Find<SecurityGroup>(id)!.Ingress.IsKnown);

        Assert.Equal(isOpen ? ["sg-efs", "sg-head", "sg-login"] : [], open);
        Assert.All(Overlay.Lay(seen, change, isPreview: false).Observations, o => Assert.NotEqual(Plane.Preview, o.Evidence.Plane));
    }

    private static NodeGroup Group(string id, string key, int max) => new() { Id = id, Key = key, Max = max };

    private static Snapshot Seen(params Resource[] resources) => Build(Live, Plane.Live, resources) with
    {
        Coverage = [.. new[] { "autoscaling:DescribeAutoScalingGroups", "ec2:DescribeInstances", "ec2:DescribeLaunchTemplateVersions" }.Select(a => new Coverage(nameof(NodeGroup), Live, a, null))],
    };

    private static DeclaredState Declared(params Resource[] resources) => new("t", Build(Files, Plane.Declared, resources), []);

    private static Snapshot Build(string scope, Plane plane, Resource[] resources, string action = "test")
    {
        var builder = new SnapshotBuilder();
        foreach (var resource in resources) builder.Observe(new(plane, scope, action, default), resource);
        return builder.Build(new(Header.CurrentSchema, "test", default, default, [new ScanTarget("t", [scope], null)]));
    }
}
