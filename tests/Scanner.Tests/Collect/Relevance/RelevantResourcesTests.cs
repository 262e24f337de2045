using System.Collections.Concurrent;
using Scanner.Check;
using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Collect.Relevance;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Tests.Report;

namespace Scanner.Tests.Collect.Relevance;

public sealed class RelevantResourcesTests
{
    private const string Scope = "aws/123456789012/us-east-1";

    private static readonly string s_fixtures = Repository.Path("fixtures", "rules");
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;
    private static readonly Worlds s_worlds = new(Repository.Path("fixtures", "worlds"));
    private static readonly IReadOnlySet<string> s_nothing = new HashSet<string>();
    private static readonly MergedResources s_merged = new();
    private static readonly ConcurrentDictionary<string, Snapshot> s_farWorlds = new(StringComparer.Ordinal);

    public static TheoryData<string> Fixtures() => [.. FixtureFile.All(s_fixtures).Select(f => $"{f.RuleId}/{f.Name}")];

    [Theory, MemberData(nameof(Fixtures))]
    public void What_is_left_out_changes_no_finding_of_a_rules_fixture(string name)
    {
        var fixture = FixtureFile.Read(Path.Combine(s_fixtures, name + ".yaml"));
        var parameters = new StringMap([new("architecture", fixture.World), .. fixture.Mutation.Parameters.Entries]);
        Same(Mutating.Apply(s_farWorlds.GetOrAdd(fixture.World, w => WithFarResources(s_worlds.Read(w))), fixture.Mutation), parameters, [.. s_rules.Where(r => r.Id == fixture.RuleId)]);
    }

    [Theory, InlineData("parallelcluster-good"), InlineData("parallelcluster-drifted"), InlineData("parallelcluster-old"), InlineData("eks-good"), InlineData("eks-drifted")]
    public void What_is_left_out_changes_no_finding_of_a_whole_scan(string name)
    {
        using var file = File.OpenRead(Repository.Path("fixtures", "scans", "aws-" + name, "snapshot.jsonl"));
        var snapshot = WithFarResources(SnapshotReader.Read(file, name));
        Same(snapshot, StringMap.Empty, s_rules);
        foreach (var action in snapshot.Observations.Select(o => o.Evidence.Action).Distinct()) Same(Mutating.Deny(snapshot, action), StringMap.Empty, s_rules);
    }

    [Fact]
    public async Task Vpc_that_has_nothing_to_do_with_the_cluster_is_left_out_and_accounted_for()
    {
        await using var aws = FarVpc.In("parallelcluster-good");
        await using var near = new RecordedAws("parallelcluster-good");

        var snapshot = await RecordedScan.Run(aws.Target with { KeepAll = false });

        var ledger = Assert.Single(snapshot.Header.Scopes);
        Assert.Equal([new(nameof(ComputeInstance), FarVpc.Size), new(nameof(NetworkInterface), FarVpc.Size), new(nameof(SecurityGroup), 1)], ledger.LeftOut);
        Assert.DoesNotContain(snapshot.Observations, o => o.Id.Contains("-0far0", StringComparison.Ordinal) || o.Id == "sg-0far");
        Assert.Equal(snapshot.Observations.Select(o => (o.Kind, o.Id)).Distinct().Count(), ledger.Kept);
        Assert.Equal(aws.Requests.Count, ledger.Calls);
        Assert.Equal((await RecordedScan.Run(near)).Facts().Where(f => !f.StartsWith("ec2:DescribeImages", StringComparison.Ordinal)), snapshot.Facts().Where(f => !f.StartsWith("ec2:DescribeImages", StringComparison.Ordinal)));
        var told = Assert.Single(ReportFiles.Write("text", Checker.Check(snapshot, Parameters.None, s_rules, trace: false, TestContext.Current.CancellationToken)).Split('\n'), l => l.Contains("left out", StringComparison.Ordinal));
        Assert.Contains($"2001 of {2001 + ledger.Kept} resources left out as unrelated (--keep-all keeps them)", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_kept_where_that_is_asked_for()
    {
        await using var aws = FarVpc.In("parallelcluster-good");

        var snapshot = await RecordedScan.Run(aws);

        Assert.Empty(Assert.Single(snapshot.Header.Scopes).LeftOut);
        Assert.Equal(FarVpc.Size, snapshot.Observations.Where(o => o.Id.StartsWith("i-0far", StringComparison.Ordinal)).Select(o => o.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("ec2:DescribeInstances")]
    [InlineData("cloudformation:DescribeStacks")]
    [InlineData("ec2:DescribeVpcPeeringConnections")]
    [InlineData("ec2:DescribeSubnets")]
    [InlineData("autoscaling:DescribeAutoScalingGroups")]
    public void Everything_is_kept_where_the_grounds_were_refused(string action) =>
        Assert.Empty(RelevantResources.Of(Mutating.Deny(WithFarResources(s_worlds.Read("aws-parallelcluster")), action), s_nothing, s_nothing).LeftOut);

    [Fact]
    public void Everything_is_kept_where_there_is_no_cluster()
    {
        var world = WithFarResources(s_worlds.Read("aws-parallelcluster"));
        Assert.Empty(RelevantResources.Of(world with { Observations = [.. world.Observations.Where(o => o.Kind != nameof(Cluster))] }, s_nothing, s_nothing).LeftOut);
    }

    [Theory]
    [InlineData("no VPC is known", false)]
    [InlineData("in a VPC of nobody's", true)]
    public void Instance_of_a_vpc_that_is_not_known_is_kept(string name, bool isKnown)
    {
        var instance = new ComputeInstance { Id = "i-1", Name = new(name, Listed), Vpc = isKnown ? new((Ref<Vpc>?)new Ref<Vpc>("vpc-far"), Listed) : new(new Gap(Scope, nameof(ComputeInstance), Listed.Action, GapCause.Unsupported, "no vpc", new(RemedyKind.Flag, "x"))) };
        Assert.Equal(isKnown, LeftOut(instance).Count > 0);
    }

    [Fact]
    public void Host_that_runs_Workbench_or_that_files_tell_of_is_kept_wherever_it_is()
    {
        ComputeInstance Far(string id, Truth hasWorkbench) => new() { Id = id, Cluster = new((Ref<Cluster>?)null, Listed), Vpc = new((Ref<Vpc>?)new Ref<Vpc>("vpc-far"), Listed), HasWorkbench = hasWorkbench };
        var hosts = With(s_worlds.Read("aws-parallelcluster"), Scope, Far("i-0server", Truth.Unknown(Gap.NeverRead)), Far("i-0says", Truth.Of(true, Listed)), Far("i-0without", Truth.Of(false, Listed)), Far("i-0file", Truth.Unknown(Gap.NeverRead)),
            new WorkbenchServer { Id = "i-0server/workbench", Host = new((Ref<ComputeInstance>?)new Ref<ComputeInstance>("i-0server"), Listed) });

        Assert.Equal(["i-0file", "i-0without"], RelevantResources.Of(hosts, s_nothing, s_nothing).LeftOut.Select(t => t.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["i-0without"], RelevantResources.Of(hosts, s_nothing, new HashSet<string> { "i-0file" }).LeftOut.Select(t => t.Id));
    }

    [Fact]
    public void What_a_kept_resource_names_is_kept_and_what_that_names()
    {
        SecurityGroup Group(string id, params string[] peers) => new() { Id = id, Vpc = new(new Ref<Vpc>("vpc-far"), Listed), Ingress = new(peers.Select(p => new SecurityGroupRule("tcp", 22, 22, PeerKind.SecurityGroup, p, null)).ToItems(), Listed) };
        var database = new Database { Id = "arn:aws:rds:us-east-1:123456789012:db:far", Vpc = new((Ref<Vpc>?)new Ref<Vpc>("vpc-far"), Listed), SecurityGroups = new([new Ref<SecurityGroup>("sg-a")], Listed) };
        Assert.Equal(["sg-c"], LeftOut(database, Group("sg-a", "sg-b"), Group("sg-b"), Group("sg-c", "sg-a")));
    }

    [Fact]
    public void Vpc_on_the_other_side_of_a_peering_is_near_and_the_next_is_not()
    {
        var own = s_worlds.Read("aws-parallelcluster").Observations.First(o => o.Kind == nameof(Vpc)).Id;
        PeeringConnection Peering(string id, string from, string to) => new() { Id = id, Requester = new(new Ref<Vpc>(from), Listed), Accepter = new(new Ref<Vpc>(to), Listed) };
        NetworkInterface In(string vpc) => new() { Id = "eni-" + vpc, Vpc = new(new Ref<Vpc>(vpc), Listed) };
        Assert.Equal(["eni-vpc-next"], LeftOut(Peering("pcx-1", own, "vpc-peer"), Peering("pcx-2", "vpc-peer", "vpc-next"), In("vpc-peer"), In("vpc-next")));
    }

    private static Evidence Listed => new(Plane.Live, Scope, "ec2:DescribeThings", default);

    private static List<string> LeftOut(params Resource[] more) => [.. RelevantResources.Of(With(s_worlds.Read("aws-parallelcluster"), Scope, more), s_nothing, s_nothing).LeftOut.Select(t => t.Id)];

    private static void Same(Snapshot snapshot, StringMap parameters, IReadOnlyList<LoadedRule> rules)
    {
        var all = Checker.Check(new ResourceGraph(snapshot, named: false, s_merged), new Parameters(parameters), rules, TestContext.Current.CancellationToken);
        var few = Checker.Check(new ResourceGraph(RelevantResources.Of(snapshot, s_nothing, s_nothing).Kept, named: false, s_merged), new Parameters(parameters), rules, TestContext.Current.CancellationToken);
        Assert.Equal(all.Findings.Select(Text), few.Findings.Select(Text));
        Assert.Equal(all.Refused, few.Refused);
        Assert.Equal(all.Unlisted, few.Unlisted);
    }

    private static string Text(Finding finding) => $"{finding.Rule.Id} {finding.SubjectKey} {finding.Verdict} {finding.Message?.Text} {finding.Gap} {string.Join(" ", finding.Notes)}";

    /// <summary>A host with its interface and group in every account and region, where no cluster has anything to do.</summary>
    private static Snapshot WithFarResources(Snapshot snapshot) => snapshot.Coverage.Select(c => c.Scope).Where(s => s.StartsWith("aws/", StringComparison.Ordinal)).Distinct().Aggregate(snapshot, (all, scope) => With(all, scope,
        new ComputeInstance { Id = "i-0far", Vpc = new((Ref<Vpc>?)new Ref<Vpc>("vpc-far"), Listed), Cluster = new((Ref<Cluster>?)null, Listed), Tags = new(StringMap.Empty, Listed), SecurityGroups = new([new Ref<SecurityGroup>("sg-0far")], Listed) },
        new NetworkInterface { Id = "eni-0far", Vpc = new(new Ref<Vpc>("vpc-far"), Listed), Instance = new((Ref<ComputeInstance>?)new Ref<ComputeInstance>("i-0far"), Listed), Description = new("", Listed), PrivateIps = new(["10.99.0.1"], Listed), Ipv6Addresses = new([], Listed) },
        new SecurityGroup { Id = "sg-0far", Vpc = new(new Ref<Vpc>("vpc-far"), Listed) }));

    private static Snapshot With(Snapshot snapshot, string scope, params Resource[] more)
    {
        var builder = new SnapshotBuilder();
        foreach (var resource in more) builder.Observe(Listed with { Scope = scope, Action = snapshot.Observations.FirstOrDefault(o => o.Kind == resource.GetType().Name)?.Evidence.Action ?? Listed.Action }, resource);
        return snapshot with { Observations = [.. snapshot.Observations, .. builder.Build(snapshot.Header).Observations] };
    }
}
