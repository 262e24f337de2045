using System.Xml.Linq;
using Scanner.Check;
using Scanner.Check.Detection;
using Scanner.Cli;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Scanner.Report.Graph;

namespace Scanner.Tests.Report.Graph;

/// <summary>What a picture shows, groups, and makes of names.</summary>
public sealed class PictureTests
{
    private const string Hostile = "a\"];\n end <script>alert(1)</script> & #quot; `${x}` | \\ \u202e\u001b[2J";

    private static readonly Picture s_hostile = new(Hostile, Hostile,
        [new("users", BoxColumn.Users, "", Hostile, []), new("x", BoxColumn.Entry, Hostile, Hostile, [Hostile]) { Vpc = "v", Subnet = "s", Failing = ["GEN-011"], Doubt = Hostile }],
        [new("users", "x", Hostile, LinkState.Unknown, Hostile)], [new("v", Hostile, null), new("s", Hostile, "v")]) { Failures = [Hostile], Notes = [Hostile] };

    private static Snapshot World(string name) => SnapshotFile.Read(Repository.Path("fixtures", "worlds", $"{name}.jsonl"));

    private static Picture Of(Snapshot snapshot)
    {
        var parameters = new Parameters(snapshot.Header.Parameters);
        var report = Checker.Check(snapshot, parameters, [], trace: false, TestContext.Current.CancellationToken);
        return PictureFormat.PictureOf(EnvironmentFinder.Find(new ResourceGraph(snapshot), parameters)[0], report.Environments[0]);
    }

    private static string Draw(Picture picture, string format) => PictureFormat.All.Single(f => f.Name == format).Draw(picture);

    private static Snapshot Many(Snapshot snapshot, string kind, Func<Observation, bool> which, int count) => snapshot with
    {
        Observations = [.. snapshot.Observations, .. Enumerable.Range(0, count).SelectMany(i => snapshot.Observations.Where(o => o.Kind == kind && which(o)).Select(o => o with { Id = $"{o.Id}-{i:D4}", Key = $"{o.Key}-{i:D4}" }))],
    };

    [Fact]
    public void Names_are_no_markup()
    {
        var svg = XDocument.Parse(Draw(s_hostile, "svg"));
        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName == "script");
        Assert.Contains(svg.Descendants(), e => e.Value.Contains("<script>alert(1)</script>", StringComparison.Ordinal));
        var mermaid = Draw(s_hostile, "mermaid").Split("---\n", 3)[2];
        Assert.DoesNotContain("<script", mermaid, StringComparison.Ordinal);
        Assert.All(mermaid.Split('\n').Where(l => l.Contains('"', StringComparison.Ordinal)), l => Assert.Equal(2, l.Count(c => c == '"')));
        Assert.All(Draw(s_hostile, "dot").Split('\n').Where(l => l.Contains("users [", StringComparison.Ordinal)), l => Assert.EndsWith("\"];", l, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("mermaid")]
    [InlineData("dot")]
    public void Nothing_hides_or_reorders(string format) => Assert.DoesNotContain(Draw(s_hostile, format), c => c is '\u202e' or '\u001b');

    [Fact]
    public void Unknown_is_dashed_and_says_what_it_needs()
    {
        Assert.Contains("class=\"box failing doubt\"", Draw(s_hostile, "svg"), StringComparison.Ordinal);
        Assert.Contains("  class x unknown\n", Draw(s_hostile, "mermaid"), StringComparison.Ordinal);
        Assert.Contains("style=\"rounded,dashed\"", Draw(s_hostile, "dot"), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_hosts_share_a_box()
    {
        var picture = Of(Many(World("aws-parallelcluster"), nameof(ComputeInstance), o => o.Id == "i-0bbb0000000000001", 500));
        Assert.Contains(picture.Boxes, b => b.Title == "502 × server");
        Assert.InRange(picture.Boxes.Count, 5, 12);
    }

    [Fact]
    public void Queues_over_the_limit_are_told()
    {
        var picture = Of(Many(World("aws-parallelcluster"), nameof(NodeGroup), o => o.Key.Contains("gpu", StringComparison.Ordinal), 30));
        Assert.InRange(picture.Boxes.Count, 5, 25);
    }

    [Fact]
    public void What_was_not_listed_has_a_dashed_box()
    {
        var gap = new Gap("", nameof(LoadBalancer), "elasticloadbalancing:DescribeLoadBalancers", GapCause.Denied, "no", new(RemedyKind.Permission, "elasticloadbalancing:DescribeLoadBalancers"));
        var world = World("aws-parallelcluster");
        var denied = world with
        {
            Observations = [.. world.Observations.Where(o => o.Kind is not (nameof(LoadBalancer) or nameof(TargetGroup)))],
            Coverage = [.. world.Coverage.Select(c => c.Kind is nameof(LoadBalancer) or nameof(TargetGroup) ? c with { Gap = gap with { Scope = c.Scope } } : c)],
        };
        var box = Of(denied).Boxes.Single(b => b.Column is BoxColumn.Entry);
        Assert.Equal(("a way in for users?", "? (needs elasticloadbalancing:DescribeLoadBalancers)"), (box.Title, box.Doubt));
    }
}
