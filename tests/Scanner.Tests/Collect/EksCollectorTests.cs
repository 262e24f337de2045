using Scanner.Collect.Kubernetes;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

/// <summary>What AWS says of EKS clusters, where a scan concerns one. Its own API is out of reach in all of these.</summary>
public sealed class EksCollectorTests
{
    private const string Pwb = "arn:aws:eks:us-east-1:123456789012:cluster/pwb";
    private const string Lab = "arn:aws:eks:us-east-1:123456789012:cluster/lab";
    private const string Sessions = "arn:aws:eks:us-east-1:123456789012:nodegroup/pwb/sessions/9ec00000-aaaa-bbbb-cccc-000000000001";
    private const string Tuned = "arn:aws:eks:us-east-1:123456789012:nodegroup/pwb/tuned/9ec00000-aaaa-bbbb-cccc-000000000002";
    private const string Network = "arn:aws:eks:us-east-1:123456789012:addon/pwb/vpc-cni/9ec00000-aaaa-bbbb-cccc-000000000004";
    private const string Fargate = "arn:aws:eks:us-east-1:123456789012:fargateprofile/pwb/system/9ec00000-aaaa-bbbb-cccc-000000000003";

    [Fact]
    public async Task Scan_that_concerns_no_cluster_asks_eks_nothing()
    {
        await using var aws = new RecordedAws("eks-small");

        var snapshot = await RecordedScan.Run(aws);

        Assert.DoesNotContain(aws.Actions, a => a.StartsWith("eks:", StringComparison.Ordinal));
        Assert.Empty(snapshot.Gaps);
    }

    [Fact]
    public async Task Cluster_is_what_eks_says()
    {
        var cluster = (await Scan()).Of<Cluster>(Pwb);

        Assert.Equal((Pwb, "pwb", ClusterKind.Eks, "1.33.0", "ACTIVE"), (cluster.Key, cluster.Name.Value, cluster.Kind.Value, cluster.Version.Value.ToString(), cluster.Status.Value));
        Assert.Equal("https://0123456789ABCDEF0123456789ABCDEF.gr7.us-east-1.eks.amazonaws.com", cluster.Endpoint.Value);
        Assert.Equal(("vpc-0a1b2c3d4e5f60718", "sg-0e6b7300000000001", 2), (cluster.Vpc.Value.Id, cluster.ClusterSecurityGroup.Value!.Value.Id, cluster.Subnets.Value.Count));
        Assert.True(cluster.IsAutoMode.IsFalse);
        Assert.Equal(("research", "***"), (cluster.Tags.Value["team"], cluster.Tags.Value["api-token"]));
    }

    [Fact]
    public async Task Cluster_that_is_being_made_has_no_address_yet()
    {
        var cluster = (await Scan()).Of<Cluster>(Lab);

        Assert.Equal(("CREATING", null, null), (cluster.Status.Value, cluster.Endpoint.Value, cluster.ClusterSecurityGroup.Value));
        Assert.True(cluster.IsAutoMode.IsTrue);
    }

    [Fact]
    public async Task Cluster_that_works_and_tells_no_address_or_half_a_compute_configuration_is_not_understood()
    {
        await using var aws = new RecordedAws("eks-small").Answer("eks:DescribeCluster.pwb", """{"cluster":{"name":"pwb","status":"ACTIVE","computeConfig":{"nodePools":["x"]}}}""");

        var cluster = (await Scan(aws)).Of<Cluster>(Pwb);

        Assert.All([cluster.Endpoint.Gap, cluster.IsAutoMode.Gap, cluster.Version.Gap, cluster.Vpc.Gap, cluster.ClusterSecurityGroup.Gap], g => Assert.Equal(GapCause.Unsupported, g!.Cause));
    }

    [Fact]
    public async Task Managed_node_group_is_what_eks_says()
    {
        var group = (await Scan()).Of<NodeGroup>(Sessions);

        Assert.Equal(("eks/pwb/nodegroup/sessions", "sessions", Provisioner.EksManaged, Pwb), (group.Key, group.Pool.Value, group.Provisioner.Value, group.Cluster.Value!.Value.Id));
        Assert.Equal((0, 20, 2, "ACTIVE"), (group.Min.Value, group.Max.Value, group.Desired.Value, group.Status.Value));
        Assert.Equal([new("workload", "sessions", "NoSchedule"), new("spot", null, "PreferNoSchedule")], group.Taints.Value);
        Assert.Equal(("sessions", "m6i.2xlarge", 2), (group.Labels.Value["workload"], group.InstanceTypes.Value[0], group.Subnets.Value.Count));
        Assert.Equal(GapCause.NotAsked, group.SecurityGroups.Gap!.Cause);
    }

    [Fact]
    public async Task Node_group_of_a_launch_template_leaves_the_types_open()
    {
        var group = (await Scan()).Of<NodeGroup>(Tuned);

        Assert.Equal(GapCause.NotAsked, group.InstanceTypes.Gap!.Cause);
        Assert.Empty(group.Taints.Value);
        Assert.Equal(0, group.Labels.Value.Count);
    }

    [Fact]
    public async Task Taint_of_an_unknown_effect_is_not_understood()
    {
        await using var aws = new RecordedAws("eks-small").Answer("eks:DescribeNodegroup.sessions",
            $$$"""{"nodegroup":{"nodegroupArn":"{{{Sessions}}}","status":"ACTIVE","taints":[{"key":"a","effect":"LATER"}]}}""");

        var group = (await Scan(aws)).Of<NodeGroup>(Sessions);

        Assert.Equal(GapCause.Unsupported, group.Taints.Gap!.Cause);
        Assert.Equal(GapCause.Unsupported, group.Min.Gap!.Cause);
    }

    [Fact]
    public async Task Fargate_profile_is_what_eks_says()
    {
        var profile = (await Scan()).Of<NodeGroup>(Fargate);

        Assert.Equal((Provisioner.EksFargate, "eks/pwb/fargateprofile/system", "ACTIVE", "subnet-0c33cc33cc33cc333"),
            (profile.Provisioner.Value, profile.Key, profile.Status.Value, profile.Subnets.Value[0].Id));
    }

    [Fact]
    public async Task Addons_of_all_pages_are_what_eks_says()
    {
        var snapshot = await Scan();
        var (network, storage) = (snapshot.Of<Addon>(Network), Assert.Single(snapshot.Observations, o => o.Key == "eks/pwb/addon/aws-fsx-openzfs-csi-driver"));

        Assert.Equal(("eks/pwb/addon/vpc-cni", "vpc-cni", Pwb, "v1.20.1-eksbuild.1", "ACTIVE"), (network.Key, network.Name.Value, network.Cluster.Value.Id, network.Version.Value, network.Status.Value));
        Assert.Equal("DEGRADED", snapshot.Of<Addon>(storage.Id).Status.Value);
        Assert.Null(new ResourceGraph(snapshot).Of<Addon>([GoodScan.Scope]).Unlisted);
        Assert.DoesNotContain("never-to-be-kept", snapshot.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addon_whose_description_is_refused_or_lacks_a_field_is_there_and_unknown()
    {
        await using var refused = new RecordedAws("eks-small").With("eks:DescribeAddon", Trouble.Denied);
        await using var partial = new RecordedAws("eks-small").Answer("eks:DescribeAddon.vpc-cni", $$$"""{"addon":{"addonArn":"{{{Network}}}","status":"ACTIVE"}}""");

        var addon = Assert.Single((await Scan(refused)).Observations, o => o.Key == "eks/pwb/addon/vpc-cni");
        var versionless = (await Scan(partial)).Of<Addon>(Network);

        Assert.All(addon.Properties, p => Assert.Equal("allow eks:DescribeAddon", p.Gap!.Remedy.ToString()));
        Assert.Contains("AddonVersion", versionless.Version.Gap!.Detail, StringComparison.Ordinal);
        Assert.Equal("ACTIVE", versionless.Status.Value);
    }

    [Theory]
    [InlineData("eks:ListAddons")]
    [InlineData("eks:ListClusters")]
    public async Task Addons_that_may_not_be_listed_are_a_gap(string action)
    {
        await using var aws = new RecordedAws("eks-small").With(action, Trouble.Denied);

        Assert.Equal((action, nameof(Addon)), new ResourceGraph(await Scan(aws)).Of<Addon>([GoodScan.Scope]).Unlisted is { } gap ? (gap.Action, gap.Kind) : default);
    }

    [Fact]
    public async Task Support_of_a_version_ends_as_eks_says()
    {
        var snapshot = await Scan();

        Assert.Equal(new DateTimeOffset(2026, 7, 29, 0, 0, 0, TimeSpan.Zero), snapshot.Of<Cluster>(Pwb).StandardSupportEndsAt.Value);
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero), snapshot.Of<Cluster>(Lab).StandardSupportEndsAt.Value);
    }

    [Fact]
    public async Task Version_that_is_not_listed_has_no_support_and_a_half_read_list_or_an_undated_version_tells_nothing()
    {
        await using var forgotten = new RecordedAws("eks-small").Answer("eks:DescribeClusterVersions", """{"clusterVersions":[{"clusterVersion":"1.34"}]}""");
        await using var half = new RecordedAws("eks-small").Answer("eks:DescribeClusterVersions.versions-2", "<html>later</html>");

        var snapshot = await Scan(forgotten);

        Assert.Null(snapshot.Of<Cluster>(Pwb).StandardSupportEndsAt.Value);
        Assert.Contains("EndOfStandardSupportDate", snapshot.Of<Cluster>(Lab).StandardSupportEndsAt.Gap!.Detail, StringComparison.Ordinal);
        Assert.Equal(GapCause.Failed, (await Scan(half)).Of<Cluster>(Pwb).StandardSupportEndsAt.Gap!.Cause);
    }

    [Theory]
    [InlineData("eks:DescribeClusterVersions")]
    [InlineData("eks:DescribeCluster")]
    public async Task Support_that_may_not_be_asked_for_is_a_gap(string action)
    {
        await using var aws = new RecordedAws("eks-small").With(action, Trouble.Denied);

        Assert.Equal($"allow {action}", (await Scan(aws)).Of<Cluster>(Pwb).StandardSupportEndsAt.Gap!.Remedy.ToString());
    }

    [Fact]
    public async Task Clusters_are_listed_once()
    {
        await using var aws = new RecordedAws("eks-small");

        await Scan(aws);

        Assert.Single(aws.Requests, r => r.Action == "eks:ListClusters");
    }

    [Theory]
    [InlineData("eks:DescribeClusterVersions")]
    [InlineData("eks:ListAddons")]
    [InlineData("eks:DescribeAddon")]
    public async Task Call_that_is_throttled_at_first_is_answered_later(string action)
    {
        await using var aws = new RecordedAws("eks-small").With(action, Trouble.ThrottledAtFirst);

        var target = aws.Target with { Clusters = [new EksTarget("pwb", null)] };
        var snapshot = await new Scanner.Collect.Scan("scanner test", new HandClock()) { Deadline = HandClock.Never }.Run([target], TestContext.Current.CancellationToken);

        Assert.DoesNotContain(snapshot.Gaps, g => g.Action == action);
    }

    [Fact]
    public async Task Cluster_whose_description_is_refused_is_still_one_of_eks()
    {
        await using var aws = new RecordedAws("eks-small").With("eks:DescribeCluster", Trouble.Denied);

        var snapshot = await Scan(aws);
        var cluster = snapshot.Of<Cluster>(Pwb);

        Assert.Equal(ClusterKind.Eks, cluster.Kind.Value);
        Assert.Equal("allow eks:DescribeCluster", cluster.Endpoint.Gap!.Remedy.ToString());
        Assert.Equal("allow eks:DescribeCluster", snapshot.Of<Cluster>("k8s://123456789012/us-east-1/pwb").Version.Gap!.Remedy.ToString());
    }

    [Fact]
    public async Task Cluster_that_was_named_is_looked_at_even_where_none_may_be_listed()
    {
        await using var aws = new RecordedAws("eks-small").With("eks:ListClusters", Trouble.Denied);

        var snapshot = await Scan(aws);

        Assert.Equal("ACTIVE", snapshot.Of<Cluster>(Pwb).Status.Value);
        Assert.Equal(20, snapshot.Of<NodeGroup>(Sessions).Max.Value);
        Assert.Equal(["Addon", "Cluster", "NodeGroup"], snapshot.Coverage.Where(c => c is { Action: "eks:ListClusters", Gap.Cause: GapCause.Denied }).Select(c => c.Kind));
    }

    [Theory]
    [InlineData("eks:ListNodegroups")]
    [InlineData("eks:ListFargateProfiles")]
    public async Task Groups_that_may_not_be_listed_are_a_gap(string action)
    {
        await using var aws = new RecordedAws("eks-small").With(action, Trouble.Denied);

        Assert.Contains((await Scan(aws)).Coverage, c => c.Kind == nameof(NodeGroup) && c.Action == action && c.Gap is { Cause: GapCause.Denied });
    }

    [Theory]
    [InlineData("eks:DescribeNodegroup", "eks/pwb/nodegroup/sessions")]
    [InlineData("eks:DescribeFargateProfile", "eks/pwb/fargateprofile/system")]
    public async Task Group_whose_description_is_refused_is_there_and_unknown(string action, string key)
    {
        await using var aws = new RecordedAws("eks-small").With(action, Trouble.Denied);

        var group = Assert.Single((await Scan(aws)).Observations, o => o.Key == key);

        Assert.All(group.Properties, p => Assert.Equal($"allow {action}", p.Gap!.Remedy.ToString()));
    }

    [Fact]
    public async Task Name_of_no_cluster_is_a_gap_that_says_what_to_do()
    {
        await using var aws = new RecordedAws("eks-small");
        var target = aws.Target with { Clusters = [new EksTarget("pwx", null)] };

        var gap = (await RecordedScan.Run(target)).Of<Cluster>("k8s://123456789012/us-east-1/pwx").Kind.Gap!;

        Assert.True(gap.MakesIncomplete);
        Assert.Equal(("eks:DescribeCluster", "name an EKS cluster that is in 123456789012 us-east-1 (aws eks list-clusters)"), (gap.Action, gap.Remedy.ToString()));
    }

    [Theory]
    [InlineData(nameof(Cluster), "eks:ListClusters")]
    [InlineData(nameof(NodeGroup), "eks:ListClusters")]
    [InlineData(nameof(NodeGroup), "eks:ListNodegroups")]
    [InlineData(nameof(NodeGroup), "eks:ListFargateProfiles")]
    public async Task Without_one_of_its_lists_a_kind_is_not_listed(string kind, string action)
    {
        var whole = await Scan();
        var lacking = whole with { Coverage = [.. whole.Coverage.Where(c => (c.Kind, c.Action) != (kind, action))] };

        Assert.Null(Unlisted(whole, kind, [GoodScan.Scope]));
        Assert.Equal(action, Unlisted(lacking, kind, [GoodScan.Scope])!.Action);
    }

    [Fact]
    public async Task Beside_a_cluster_an_account_that_was_not_asked_about_eks_is_not_fully_listed()
    {
        await using var aws = new RecordedAws("eks-small");
        var alone = await RecordedScan.Run(aws);

        Assert.Null(Unlisted(alone, nameof(NodeGroup), [GoodScan.Scope]));
        Assert.Equal("eks:ListClusters", Unlisted(alone, nameof(NodeGroup), [GoodScan.Scope, "k8s/x"])!.Action);
    }

    private static Gap? Unlisted(Snapshot snapshot, string kind, string[] scopes) => kind == nameof(Cluster)
        ? new ResourceGraph(snapshot).Of<Cluster>(scopes).Unlisted
        : new ResourceGraph(snapshot).Of<NodeGroup>(scopes).Unlisted;

    private static async Task<Snapshot> Scan()
    {
        await using var aws = new RecordedAws("eks-small");
        return await Scan(aws);
    }

    private static Task<Snapshot> Scan(RecordedAws aws) => RecordedScan.Run(aws.Target with { Clusters = [new EksTarget("pwb", null)] });
}
