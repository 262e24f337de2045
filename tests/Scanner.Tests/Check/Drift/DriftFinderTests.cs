using Scanner.Model;
using Scanner.Model.Snapshots;
using static Scanner.Tests.Check.Drift.Scans;

namespace Scanner.Tests.Check.Drift;

/// <summary>What counts as drift, what does not, and what cannot be told.</summary>
public sealed class DriftFinderTests
{
    [Fact]
    public void What_came_and_went_is_told_by_key()
    {
        var report = Compare(Of(Seen("Subnet", "subnet-1", "subnet-1", ("cidr", "10.0.0.0/24"))), Of(Seen("Subnet", "subnet-2", "subnet-2", ("cidr", "10.0.0.0/24"))));
        Assert.Equal(["Removed Subnet subnet-1 count: 1 → -", "Added Subnet subnet-2 count: - → 1"], report.Changes.Select(Line));
        Assert.Empty(report.Undecided);
    }

    [Fact]
    public void A_replaced_instance_is_no_drift()
    {
        var report = Compare(
            Of(Seen("ComputeInstance", "i-1", "asg/web", ("instanceType", "m6i.large"), ("privateIps", (string[])["10.0.0.1"]))),
            Of(Seen("ComputeInstance", "i-2", "asg/web", ("instanceType", "m6i.large"), ("privateIps", (string[])["10.0.0.2"]))));
        Assert.Empty(report.Changes);
        Assert.Empty(report.Undecided);
        Assert.Equal(2, report.Ignored.Single().Changes);
    }

    [Theory]
    [InlineData("aws:autoscaling:groupName"), InlineData("eks:nodegroup-name"), InlineData("karpenter.sh/nodepool")]
    public void Instances_of_a_group_are_known_by_their_group(string tag)
    {
        Observation Host(string id, string group) => Seen("ComputeInstance", id, id, ("instanceType", "m6i.large"), ("tags", new Dictionary<string, string> { [tag] = group }));
        Assert.Empty(Compare(Of(Host("i-1", "web")), Of(Host("i-2", "web"), Host("i-3", "web"))).Changes);
        Assert.Equal(2, Compare(Of(Host("i-1", "web")), Of(Host("i-2", "other"))).Ignored.Sum(i => i.Changes));
        Assert.Single(Compare(Of(Host("i-1", "web")), Of(Host("i-1", "other"))).Changes, c => c.PathText == "key");
    }

    [Fact]
    public void A_reference_to_a_replaced_instance_is_no_drift()
    {
        Snapshot With(string instance) => Of(
            Seen("ComputeInstance", instance, "asg/web", ("instanceType", "m6i.large")),
            Seen("NetworkInterface", "eni-1", "eni-1", ("instance", instance)));
        Assert.Empty(Compare(With("i-1"), With("i-2")).Changes);
        Assert.Empty(Compare(With("i-1"), With("i-2")).Ignored);
    }

    [Fact]
    public void A_reference_to_something_of_a_kind_that_was_not_listed_is_undecided()
    {
        var old = Of(Seen("SecurityGroup", "sg-1", "app/sg", ("name", "a")), Seen("Database", "db", "db", ("securityGroups", (string[])["sg-1"])));
        var now = Of(Seen("Database", "db", "db", ("securityGroups", (string[])["sg-2"])));
        var blind = now with { Coverage = [.. now.Coverage.Select(c => c.Kind == "SecurityGroup" ? c with { Gap = Denied("SecurityGroup", c.Action) } : c)] };
        Assert.Contains("Changed Database db securityGroups[]: \"app/sg\" → ", string.Join('\n', Compare(old, now).Changes.Select(Line)), StringComparison.Ordinal);
        Assert.Empty(Compare(old, blind).Changes);
        Assert.Contains(Compare(old, blind).Undecided, u => u is { Resource.Kind: "Database", Property: "securityGroups", Current.Action: "ec2:DescribeSecurityGroups" });
    }

    [Fact]
    public void Several_under_one_key_are_compared_as_a_set()
    {
        Observation Host(string id, string type) => Seen("ComputeInstance", id, "asg/web", ("instanceType", type));
        Assert.Empty(Compare(Of(Host("i-1", "a"), Host("i-2", "b")), Of(Host("i-3", "b"), Host("i-4", "a"))).Changes);
        Assert.Equal(["Changed ComputeInstance asg/web instanceType: \"a\" → \"a\" and \"b\""],
            Compare(Of(Host("i-1", "a"), Host("i-2", "a")), Of(Host("i-3", "b"), Host("i-4", "a"))).Changes.Select(Line));
        Assert.Equal(["Changed ComputeInstance asg/web count: 1 → 2"], Compare(Of(Host("i-1", "a")), Of(Host("i-1", "a"), Host("i-2", "a"))).Changes.Select(Line));
    }

    [Fact]
    public void What_one_scan_was_refused_is_undecided()
    {
        var (seen, blind) = (Of(Seen("Subnet", "s", "s", ("cidr", "10.0.0.0/24"))), Of(Seen("Subnet", "s", "s", ("cidr", Denied("Subnet", "ec2:DescribeSubnets")))));
        Assert.Empty(Compare(seen, blind).Changes);
        var undecided = Assert.Single(Compare(seen, blind).Undecided);
        Assert.Equal(("cidr", true), (undecided.Property, undecided.IsLoss));
        Assert.Null(undecided.Baseline);
        Assert.Null(Assert.Single(Compare(blind, seen).Undecided).Current);
    }

    [Fact]
    public void What_neither_can_see_from_where_it_looks_is_undecided_and_no_loss()
    {
        var hidden = new Gap(Scope, "ComputeInstance", "mounts", GapCause.Hidden, "inside", new(RemedyKind.Probe, "i-1"));
        var scan = Of(Seen("ComputeInstance", "i-1", "i-1", ("mounts", hidden)));
        Assert.False(Assert.Single(Compare(scan, scan).Undecided).IsLoss);
    }

    [Fact]
    public void A_kind_that_could_not_be_listed_is_undecided_even_where_nothing_of_it_is_known()
    {
        var seen = Of();
        var blind = seen with { Coverage = [.. seen.Coverage.Select(c => c with { Gap = Denied(c.Kind, c.Action) })] };
        Assert.Equal(["SecurityGroup *", "Subnet *"], Compare(seen, blind).Undecided.Select(u => u.Resource.ToString()));
        Assert.All(Compare(seen, blind).Undecided, u => Assert.True(u.IsLoss));
    }

    [Fact]
    public void What_only_one_scan_looked_for_is_undecided()
    {
        var seen = Of(Seen("Vpc", "v", "v", ("name", "a")));
        var other = Of();
        Assert.Empty(Compare(seen, other).Changes);
        Assert.All(Compare(seen, other).Undecided, u => Assert.Equal("Vpc", u.Resource.Kind));
        Assert.Equal(2, Compare(seen, other).Undecided.Count);
    }

    [Fact]
    public void What_was_left_out_as_unrelated_may_still_be_there()
    {
        var seen = Of(Seen("SecurityGroup", "sg-1", "sg-1", ("name", "a")));
        var pruned = Of() with { Header = seen.Header with { Scopes = [new(Scope, null, 1, 1, [new("SecurityGroup", 7)])] } };
        Assert.Empty(Compare(seen, pruned).Changes);
        Assert.Equal("scan again with --keep-all", Assert.Single(Compare(seen, pruned).Undecided).Gap.Remedy.ToString());
        Assert.Empty(Compare(pruned, pruned).Undecided);
    }

    [Fact]
    public void Values_of_different_sources_are_not_compared()
    {
        Snapshot From(Plane plane, string action, int value) => Of(Seen("Vpc", "v", "v", plane, action, ("name", value)));
        var undecided = Assert.Single(Compare(From(Plane.Live, "ec2:DescribeVpcs", 3), From(Plane.LiveDeclared, "s3:GetObject", 4)).Undecided);
        Assert.Equal("the baseline has it from ec2:DescribeVpcs, and this scan from s3:GetObject", undecided.Current!.Detail);
        Assert.Single(Compare(From(Plane.Live, "a", 3), From(Plane.LiveDeclared, "b", 3)).Undecided);
    }

    [Fact]
    public void A_resource_that_has_another_key_now_is_the_same_resource()
    {
        var report = Compare(Of(Seen("ComputeInstance", "i-1", "asg/a", ("state", "running"))), Of(Seen("ComputeInstance", "i-1", "asg/b", ("state", "running"))));
        Assert.Equal(["Changed ComputeInstance asg/a key: \"asg/a\" → \"asg/b\""], report.Changes.Select(Line));
        Assert.Empty(Compare(Of(Seen("ComputeInstance", "i-1", "asg/a", ("state", "running"))), Of(Seen("ComputeInstance", "i-1", "i-1", ("state", "running")))).Changes);
    }

    [Fact]
    public void The_order_of_observations_leaves_no_trace()
    {
        var (old, now) = (Recorded("aws-eks-good"), Recorded("aws-eks-drifted"));
        var turned = now with { Observations = [.. now.Observations.Reverse()], Coverage = [.. now.Coverage.Reverse()] };
        Assert.Equal(Compare(old, now).Changes.Select(Line), Compare(old, turned).Changes.Select(Line));
    }
}
