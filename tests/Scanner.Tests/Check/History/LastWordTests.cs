using Scanner.Check.Accepting;
using Scanner.Check.History;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Tests.Report;
using static Scanner.Tests.Check.History.PastChecks;
using static Scanner.Tests.Report.SampleRules;

namespace Scanner.Tests.Check.History;

/// <summary>What a check is compared to that a history has.</summary>
public sealed class LastWordTests
{
    /// <summary>A check of one rule is no reason to tell of all others anew.</summary>
    [Fact]
    public void What_a_check_of_some_rules_left_out_earlier_ones_say()
    {
        var now = Report(Sample(Home, Verdict.Fail), Sample(Sticky, Verdict.Fail));
        var word = Word(now, On(2, Sample(Tls, Verdict.Pass)), On(1, Sample(Home, Verdict.Pass), Sample(Tls, Verdict.Fail)), On(0, Sample(Home, Verdict.Fail), Sample(Sticky, Verdict.Fail)));
        Assert.Equal([(Home.Id, BaselineState.New), (Sticky.Id, BaselineState.Unchanged)], BaselineComparer.Compare(now, word!).Findings.Select(f => (f.Rule.Id, f.Standing!.State)));
        Assert.DoesNotContain(BaselineComparer.Compare(now, word!).Past, p => p.IsFixed);
    }

    [Fact]
    public void It_is_whole_once_every_rule_was_seen()
    {
        var word = new LastWord(Report(Sample(Home, Verdict.Fail), Sample(Sticky, Verdict.Fail)));
        Assert.False(word.IsWhole);
        word.Add(On(2, Sample(Home, Verdict.Pass)).Result);
        Assert.False(word.IsWhole);
        word.Add(On(1, Sample(Sticky, Verdict.Pass)).Result);
        Assert.True(word.IsWhole);
    }

    [Fact]
    public void An_environment_is_lost_once()
    {
        var nothing = SampleReports.Mixed() with { Environments = [] };
        var seen = On(0, Sample(Home, Verdict.Fail));
        Assert.Equal(PastFate.OutOfSight, Assert.Single(BaselineComparer.Compare(nothing, Word(nothing, seen)!).Past).Fate);
        Assert.Empty(BaselineComparer.Compare(nothing, Word(nothing, Empty(1), seen)!).Past);
    }

    [Fact]
    public void One_that_is_back_is_as_it_was()
    {
        var now = Report(Sample(Home, Verdict.Fail));
        Assert.Equal(BaselineState.Unchanged, BaselineComparer.Compare(now, Word(now, Empty(1), On(0, Sample(Home, Verdict.Fail)))!).Findings.Single().Standing!.State);
    }

    [Fact]
    public void Who_looked_elsewhere_says_nothing()
    {
        var elsewhere = On(1, Sample(Home, Verdict.Pass)) is var check ? check with { Result = check.Result with { Looked = ["elsewhere"] } } : check;
        Assert.Null(Word(Report(Sample(Home, Verdict.Fail)), elsewhere));
    }

    private static Baseline? Word(ScanReport now, params IEnumerable<Scanner.Model.History.PastCheck> latestFirst)
    {
        var word = new LastWord(now);
        foreach (var check in latestFirst) word.Add(check.Result);
        return word.Of("history");
    }

    private static ScanReport Report(params Finding[] findings) => SampleReports.Mixed() with { Environments = [SampleReports.Environment("research", findings)] };
}
