using Scanner.Check;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Check;

public sealed class RuleRunnerTests
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly Evidence s_listed = new(Plane.Live, "aws/1/r", "ec2:DescribeVpcs", s_at);
    private static readonly Gap s_denied = new("aws/1/r", "Vpc", "ec2:DescribeVpcs", GapCause.Denied, "no", new(RemedyKind.Permission, "ec2:DescribeVpcs"));

    [Fact]
    public void Each_subject_gets_one_finding()
    {
        var findings = Run((vpc, _) => Judgement.Require(vpc.Tags.Is(t => t.Has("owner")), $"{vpc} has no owner"), unlisted: null, out _);
        Assert.Equal([("vpc-1", Verdict.Pass), ("vpc-2", Verdict.Fail)], findings.Select(f => (f.SubjectId, f.Verdict)));
    }

    [Fact]
    public void What_could_not_be_listed_adds_an_unknown()
    {
        var findings = Run((_, _) => Judgement.Pass(), s_denied, out _);
        Assert.Equal([Verdict.Unknown, Verdict.Pass, Verdict.Pass], findings.Select(f => f.Verdict).OrderDescending());
        Assert.Same(s_denied, findings.Single(f => f.Verdict is Verdict.Unknown).Gap);
    }

    [Fact]
    public void A_rule_that_crashes_is_unknown_for_that_subject_and_stops_nothing_else()
    {
        var findings = Run((vpc, _) => vpc.Id == "vpc-1" ? throw new InvalidOperationException("boom\u001b[31m") : Judgement.Pass(), unlisted: null, out var notifications);
        Assert.Equal([("vpc-1", Verdict.Unknown), ("vpc-2", Verdict.Pass)], findings.Select(f => (f.SubjectId, f.Verdict)));
        var notification = Assert.Single(notifications);
        Assert.True(notification.IsError);
        Assert.Contains("boom", notification.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', notification.Text);
    }

    [Fact]
    public void A_fix_that_cannot_be_worded_does_not_cost_the_verdict()
    {
        var findings = Run((_, _) => Judgement.Fail("x"), unlisted: null, out var notifications, fixFor: (_, _) => throw new InvalidOperationException("boom"));
        Assert.All(findings, f => Assert.Equal((Verdict.Fail, "f"), (f.Verdict, f.Fix)));
        Assert.Equal(2, notifications.Count);
    }

    [Fact]
    public void Without_subjects_a_rule_does_not_apply_only_if_all_were_listed()
    {
        Assert.Equal(Verdict.NotApplicable, Assert.Single(Run((_, _) => Judgement.Pass(), null, out _, vpcs: [])).Verdict);
        Assert.Equal(Verdict.Unknown, Assert.Single(Run((_, _) => Judgement.Pass(), s_denied, out _, vpcs: [])).Verdict);
    }

    private static IReadOnlyList<Finding> Run(
        Func<Vpc, Environment, Judgement> check, Gap? unlisted, out IReadOnlyList<Notification> notifications, string[]? vpcs = null, Func<Vpc, Environment, Message>? fixFor = null)
    {
        var builder = new SnapshotBuilder();
        foreach (var id in vpcs ?? ["vpc-1", "vpc-2"])
            builder.Observe(s_listed, new Vpc { Id = id, Tags = new StringMap(id == "vpc-1" ? [new("owner", "me")] : []) });
        builder.Cover<Vpc>("aws/1/r", "ec2:DescribeVpcs", unlisted);
        var graph = new ResourceGraph(builder.Build(new(Header.CurrentSchema, "t", s_at, s_at, [])));
        var runner = new RuleRunner(new(graph, new Cluster { Id = "c", Key = "c", Scope = "aws/1/r" }, ["aws/1/r"], Parameters.None));
        var rule = new Rule<Vpc> { Title = "t", Level = Level.Must, Source = "s", Why = "w", Fix = "f", Check = check, FixFor = fixFor };
        var findings = runner.Run([new("T-001", "t", "workbench", "t.csx", rule, Severity.Error)], TestContext.Current.CancellationToken);
        notifications = runner.Notifications;
        return findings;
    }
}
