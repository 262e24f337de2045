using System.Text.Json.Nodes;
using Scanner.Check.Accepting;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Notices;
using Scanner.Tests.Check.Accepting;
using static Scanner.Tests.Report.SampleRules;

namespace Scanner.Tests.Report.Notices;

/// <summary>What a webhook is told.</summary>
public sealed class SlackMessageTests
{
    [Fact]
    public void It_tells_what_is_new_fixed_and_no_longer_seen()
    {
        var changes = Changes([Of(Home, Verdict.Fail), Of(Sticky, Verdict.Fail), Of(Tls, Verdict.Pass), Of(Reach, Verdict.Unknown)], [Of(Home, Verdict.Pass), Of(Sticky, Verdict.Unknown), Of(Tls, Verdict.Fail), Of(Reach, Verdict.Fail)]);
        Assert.Equal("2 new failures, 1 fixed, 1 no longer seen", changes.Summary);
        var (text, blocks) = Message(changes, "prod");
        Assert.Equal("prod: 2 new failures, 1 fixed, 1 no longer seen", text);
        Assert.Equal("*prod*: 2 new failures, 1 fixed, 1 no longer seen, since history of yesterday", blocks[0]);
        Assert.StartsWith("*New failures*\n• *GEN-011* ", blocks[1], StringComparison.Ordinal);
        Assert.Contains("\n• *PCL-032* ", blocks[1], StringComparison.Ordinal);
        Assert.EndsWith(" (it could not be told before)", blocks[1], StringComparison.Ordinal);
        Assert.Matches("^\\*Fixed\\*\n• \\*PCL-022\\* .*: passes now$", blocks[2]);
        Assert.Matches("^\\*No longer seen, so not fixed\\*\n• \\*PCL-015\\* .*: unknown now: ", blocks[3]);
    }

    [Theory, InlineData(Verdict.Fail), InlineData(Verdict.Pass), InlineData(Verdict.Unknown)]
    public void What_is_as_it_was_is_no_news(Verdict verdict) => Assert.False(Changes([Of(Home, verdict)], [Of(Home, verdict)]).Any);

    [Fact]
    public void What_somebody_accepts_is_no_news()
    {
        var waiver = new Waiver(Home.Id, "*", "r", "o", new(2999, 1, 1, 0, 0, 0, TimeSpan.Zero), new("waivers.yaml", 1, 1, 2, ""));
        Assert.False(Changes([Of(Home, Verdict.Pass)], [Of(Home, Verdict.Fail) with { Waiver = waiver }]).Any);
    }

    /// <summary>Slack makes mentions and links of what stands in angle brackets, and entities of ampersands.</summary>
    [Fact]
    public void Foreign_text_is_text()
    {
        var hostile = Of(Home, Verdict.Fail) with { Message = null, SubjectLabel = "<!channel> & <https://evil.example|click>\n\u202e\u0007" };
        var (text, blocks) = Message(Changes([], [hostile]), "<@U1>");
        Assert.All(blocks.Append(text), b => Assert.DoesNotMatch("[<>\u202e\u0007]|&(?!lt;|gt;|amp;)", b));
        Assert.Contains("&lt;!channel&gt; &amp; &lt;https://evil.example|click&gt; ", blocks[1], StringComparison.Ordinal);
    }

    [Fact]
    public void However_much_there_is_it_stays_within_the_limits_of_blocks()
    {
        Finding Long(RuleDescription rule, int i, Verdict verdict) => Of(rule, verdict) with { Message = null, SubjectKey = $"k{i}", SubjectId = $"i{i}", SubjectLabel = new string('&', 5000) };
        var all = Enumerable.Range(0, 200).ToList();
        var changes = Changes([.. all.Select(i => Long(Home, i, Verdict.Fail)), .. all.Select(i => Long(Tls, i, Verdict.Fail))], [.. all.Select(i => Long(Home, i, Verdict.Pass)), .. all.Select(i => Long(Tls, i, Verdict.Unknown)), .. all.Select(i => Long(Sticky, i, Verdict.Fail))]);
        var (text, blocks) = Message(changes, new string('<', 5000));
        Assert.InRange(text.Length, 1, 4000);
        Assert.InRange(blocks.Count, 4, 50);
        Assert.All(blocks, b => Assert.InRange(b.Length, 1, 3000));
        Assert.Equal(3, blocks.Count(b => b.EndsWith("\nand 190 more", StringComparison.Ordinal) || b == "and 190 more"));
        Assert.DoesNotContain(blocks, b => System.Text.RegularExpressions.Regex.IsMatch(b, "&(?!lt;|gt;|amp;)"));
    }

    private static (string Text, List<string> Blocks) Message(VerdictChanges changes, string subject)
    {
        var message = JsonNode.Parse(SlackMessage.Of(changes, subject, "history of yesterday"))!;
        var blocks = message["blocks"]!.AsArray().ToList();
        Assert.All(blocks, b => Assert.Equal(("section", "mrkdwn", true), ((string)b!["type"]!, (string)b["text"]!["type"]!, (bool)b["text"]!["verbatim"]!)));
        return ((string)message["text"]!, blocks.ConvertAll(b => (string)b!["text"]!["text"]!));
    }

    private static VerdictChanges Changes(Finding[] before, Finding[] now) => VerdictChanges.Of(BaselineComparer.Compare(Report(now), Acceptances.Baseline(Report(before))));

    private static ScanReport Report(params Finding[] findings) => SampleReports.Mixed() with { Environments = [SampleReports.Environment("research", findings)] };

    private static Finding Of(RuleDescription rule, Verdict verdict) => SampleReports.Finding(rule, verdict) with { Gap = verdict is Verdict.Unknown ? SampleGaps.Denied : null };
}
