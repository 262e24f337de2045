using Scanner.Check.History;
using Scanner.Model;
using Scanner.Model.History;
using static Scanner.Tests.Check.History.PastChecks;
using static Scanner.Tests.Report.SampleRules;

namespace Scanner.Tests.Check.History;

/// <summary>What a history may forget.</summary>
public sealed class RetentionTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 11, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("PPPPPP", 2, "0,1,2,3", 0)]
    [InlineData("PPPPPP", 6, "", 0)]
    [InlineData("PFFFFF", 2, "2,3", 2)] // the first failure, and the check before it
    [InlineData("PUFFFF", 1, "1,3,4", 2)]
    [InlineData("FPPPPP", 2, "0,1,2,3", 0)] // it is fixed
    [InlineData("PFFUUU", 1, "3,4", 3)] // it is out of sight, and may be there
    public void What_a_present_failure_began_with_stays(string verdicts, int count, string removed, int needed)
    {
        var (removable, stay) = Retention.Of(Days(verdicts), new(count, null), s_now);
        Assert.Equal((removed, needed), (string.Join(',', removable.Select(c => c.Name[5..])), stay));
    }

    [Fact]
    public void Days_count_from_now()
    {
        Assert.Equal(["day-00", "day-01", "day-02"], Retention.Of(Days("PPPPPP"), new(null, TimeSpan.FromDays(7)), s_now).Removable.Select(c => c.Name));
        Assert.Equal(["day-00", "day-01", "day-02", "day-03", "day-04"], Retention.Of(Days("PPPPPP"), new(null, TimeSpan.FromDays(1)), s_now).Removable.Select(c => c.Name));
    }

    /// <summary>A deployment that nobody checks any more keeps its last word.</summary>
    [Fact]
    public void The_last_check_of_each_environment_stays()
    {
        var other = On(0, Sample(Home, Verdict.Pass)) is var check ? check with { Name = "day-00b", Result = check.Result with { Looked = ["elsewhere"], Environments = [check.Result.Environments[0] with { Id = "other", Key = "other", Scopes = ["elsewhere"] }] } } : check;
        var (removable, needed) = Retention.Of([other, .. Days("PPPP")], new(1, null), s_now);
        Assert.Equal(("day-00 day-01 day-02", 1), (string.Join(' ', removable.Select(c => c.Name)), needed));
    }

    [Fact]
    public void One_that_lost_its_environment_leaves_the_last_that_had_it()
    {
        var (removable, needed) = Retention.Of([.. Days("PP"), Empty(2), Empty(3)], new(1, null), s_now);
        Assert.Equal(("day-00 day-02", 1), (string.Join(' ', removable.Select(c => c.Name)), needed));
    }

    private static List<PastCheck> Days(string verdicts) => [.. verdicts.Select((v, day) => On(day, Sample(Home, v switch { 'F' => Verdict.Fail, 'P' => Verdict.Pass, _ => Verdict.Unknown })))];
}
