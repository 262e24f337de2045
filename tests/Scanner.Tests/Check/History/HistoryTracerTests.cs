using Scanner.Check.Accepting;
using Scanner.Check.History;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.History;
using Scanner.Tests.Check.Accepting;
using static Scanner.Tests.Check.History.PastChecks;
using static Scanner.Tests.Report.SampleRules;

namespace Scanner.Tests.Check.History;

/// <summary>When failures began and ended. What could not be seen ends none of them.</summary>
public sealed class HistoryTracerTests
{
    [Theory]
    [InlineData("F", "fails 0-0 before - (the history begins with it)")]
    [InlineData("PFF", "fails 1-2 before 0 (it passed)")]
    [InlineData("NF", "fails 1-1 before 0 (the rule did not concern it)")]
    [InlineData("PUF", "fails 2-2 before 0 (it passed, and in between it could not be told)")]
    [InlineData("UF", "fails 1-1 before - (whether it failed before could not be told (it was unknown: ")]
    [InlineData("eF", "fails 1-1 before - (the history begins with it)")]
    [InlineData("-F", "fails 1-1 before - (whether it failed before could not be told (its rule did not run))")]
    [InlineData("FU", "noLongerSeen 0-0 before - (the history begins with it) end 1 unknown now: ")]
    [InlineData("FUU", "noLongerSeen 0-0 before - (the history begins with it) end 1 unknown now: ")]
    [InlineData("Fe", "noLongerSeen 0-0 before - (the history begins with it) end 1 its environment was not found")]
    [InlineData("F-", "noLongerSeen 0-0 before - (the history begins with it) end 1 its rule did not run")]
    [InlineData("FUF", "fails 0-2 before - (the history begins with it)")]
    [InlineData("FeF", "fails 0-2 before - (the history begins with it)")]
    [InlineData("FUP", "fixed 0-0 before - (the history begins with it) end 2 passes now")]
    [InlineData("FN", "fixed 0-0 before - (the history begins with it) end 1 the rule no longer applies to it")]
    [InlineData("FPF", "fixed 0-0 before - (the history begins with it) end 1 passes now|fails 2-2 before 1 (it passed)")]
    public void A_failure_lasts_until_a_check_sees_that_it_is_none(string verdicts, string told)
    {
        var stories = Assert.Single(HistoryTracer.Trace(Days(verdicts))).Failures.Select(Told).ToList();
        Assert.Equal(told.Split('|').Length, stories.Count);
        Assert.All(stories.Zip(told.Split('|')), s => Assert.StartsWith(s.Second, s.First, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_check_counts_what_began_and_ended_with_it()
    {
        var steps = HistoryTracer.Trace(Days("PFUUFPF"))[0].Steps;
        Assert.Equal([(0, 0, 0), (1, 0, 0), (0, 0, 1), (0, 0, 0), (0, 0, 0), (0, 1, 0), (1, 0, 0)], steps.Select(s => (s.New, s.Fixed, s.Lost)));
        Assert.Equal([0, 1, 0, 0, 1, 0, 1], steps.Select(s => s.Count(Verdict.Fail, Home.Id)));
        Assert.Equal([Verdict.Pass, Verdict.Fail, Verdict.Unknown, Verdict.Unknown, Verdict.Fail, Verdict.Pass, Verdict.Fail], steps.Select(s => s.Worst(Home.Id)!.Value));
    }

    /// <summary>What nobody asked about is no loss of sight.</summary>
    [Fact]
    public void A_rule_that_was_left_out_is_no_loss() => Assert.Equal([0, 0], HistoryTracer.Trace(Days("F-"))[0].Steps.Select(s => s.Lost));

    [Fact]
    public void A_check_elsewhere_says_nothing()
    {
        var elsewhere = Empty(1) is var empty ? empty with { Result = empty.Result with { Looked = ["aws/999999999999/eu-west-1"] } } : empty;
        var trend = Assert.Single(HistoryTracer.Trace([On(0, Sample(Home, Verdict.Fail)), elsewhere]));
        Assert.Single(trend.Steps);
        Assert.Equal(FailureState.Fails, trend.Failures[0].State);
    }

    [Fact]
    public void The_order_in_which_checks_are_found_does_not_matter()
    {
        var checks = Days("PFUPFFUP");
        static string Shown(IEnumerable<PastCheck> checks) => string.Join('\n', HistoryTracer.Trace(checks).SelectMany(t => t.Failures.Select(Told)));
        Assert.Equal(Shown(checks), Shown(Enumerable.Reverse(checks)));
    }

    /// <summary>A failure counts as fixed exactly where the baseline's comparison says so, whatever happens before and after.</summary>
    [Fact]
    public void Any_sequence_tells_fixed_only_where_somebody_saw_it()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var verdicts = string.Concat(Enumerable.Range(0, 7).Select(_ => "FFPUNe-"[random.Next(7)]));
            if (!verdicts.Contains('F')) continue;
            var trend = Assert.Single(HistoryTracer.Trace(Days(verdicts)));
            Assert.Equal(Oracle(verdicts), trend.Failures.Select(f => $"{f.State} {f.First.Name} {f.LastSeen.Name}"));
        }
    }

    [Theory, InlineData("aws-parallelcluster"), InlineData("aws-eks")]
    public void Recorded_scans_fare_as_their_baseline_says(string architecture)
    {
        var (good, drifted) = (Acceptances.Check(Acceptances.Recorded($"{architecture}-good")), Acceptances.Check(Acceptances.Recorded($"{architecture}-drifted")));
        var compared = BaselineComparer.Compare(good, Acceptances.Baseline(drifted));
        var trend = Assert.Single(HistoryTracer.Trace([Of(0, drifted), Of(1, good), Of(2, drifted)]));
        Assert.Equal(Names(compared.Past.Where(p => p.IsFixed).Select(p => p.Finding)), Names(trend.Failures.Where(f => f.State is FailureState.Fixed).Select(f => f.Finding)));
        Assert.Equal(Names(drifted.Findings.Where(f => f.Verdict is Verdict.Fail)), Names(trend.Present.Select(f => f.Finding)));
        Assert.All(trend.Present, f => Assert.Equal("day-01", f.Before!.Name));
    }

    /// <summary>One subject, of which seven letters tell: it ends where the next one that decides is no failure.</summary>
    private static IEnumerable<string> Oracle(string verdicts)
    {
        var (first, last) = (-1, -1);
        var told = new List<string>();
        for (var day = 0; day < verdicts.Length; day++)
        {
            if (verdicts[day] == 'F') (first, last) = (first < 0 ? day : first, day);
            if (verdicts[day] is not ('P' or 'N') || first < 0) continue;
            told.Add($"Fixed day-{first:00} day-{last:00}");
            (first, last) = (-1, -1);
        }
        if (first >= 0) told.Add($"{(last == verdicts.Length - 1 ? "Fails" : "NoLongerSeen")} day-{first:00} day-{last:00}");
        return told;
    }

    /// <summary>F fails, P passes, U unknown, N not applicable, - the rule did not run, e the environment was not found.</summary>
    private static List<PastCheck> Days(string verdicts) => [.. verdicts.Select((v, day) => v switch
    {
        'e' => Empty(day),
        '-' => On(day, Sample(Tls, Verdict.Pass)),
        _ => On(day, Sample(Tls, Verdict.Pass), Sample(Home, v switch { 'F' => Verdict.Fail, 'P' => Verdict.Pass, 'U' => Verdict.Unknown, _ => Verdict.NotApplicable })),
    })];

    private static string Told(FailureStory story) =>
        $"{char.ToLowerInvariant(story.State.ToString()[0])}{story.State.ToString()[1..]} {Day(story.First)}-{Day(story.LastSeen)} before {Day(story.Before)} ({story.Beginning}){(story.End is { } end ? $" end {Day(end)} {story.Why}" : "")}";

    private static string Day(PastCheck? check) => check is null ? "-" : check.Name[4..].TrimStart('0').PadLeft(1, '0');

    private static IEnumerable<string> Names(IEnumerable<Finding> findings) => findings.Select(f => $"{f.Rule.Id} {f.SubjectKey}").Order(StringComparer.Ordinal);
}
