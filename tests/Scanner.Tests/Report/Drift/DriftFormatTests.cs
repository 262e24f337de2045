using System.Text;
using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Report;
using Scanner.Report.Drift;

namespace Scanner.Tests.Report.Drift;

/// <summary>Drift as it is written: short for people, whole for programs, harmless for both.</summary>
public sealed class DriftFormatTests
{
    private const string Scope = "aws/1/r";

    private static readonly DateTimeOffset s_at = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static readonly Evidence s_evidence = new(Plane.Live, Scope, "ec2:Describe", s_at);

    [Fact]
    public void Foreign_text_moves_no_cursor_and_makes_no_markup()
    {
        var report = Report([Changed("<b>|key|</b>\e[2J", "\"\\u001b[31m`x` <script>\\n| y |\"")], []);
        Assert.All(DriftFormat.All, f => Assert.DoesNotContain('\e', Text(f.Name, report)));
        var markdown = Text("markdown", report);
        Assert.DoesNotContain("<script>", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", markdown, StringComparison.Ordinal);
        var row = markdown.Split('\n').Single(l => l.Contains("&lt;script&gt;", StringComparison.Ordinal));
        Assert.Equal(7, row.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|'));
    }

    [Fact]
    public void Long_values_and_many_resources_are_cut_short_except_for_those_who_ask()
    {
        var report = Report([.. Enumerable.Range(10, 30).Select(i => Changed($"sg-{i}", $"\"{new string('x', 500)}\""))], []);
        Assert.Contains("\n  and 10 more (--verbose shows them)\n", Text("text", report), StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 200), Text("text", report), StringComparison.Ordinal);
        Assert.Contains("~ sg-39\n", Text("text", report, verbose: true), StringComparison.Ordinal);
        Assert.Contains(new string('x', 500), Text("text", report, verbose: true), StringComparison.Ordinal);
        Assert.Contains("ec2:Describe 2026-11-21 09:00 UTC → ec2:Describe 2026-11-21 09:00 UTC", Text("text", report, verbose: true), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_undecided_is_put_together_by_what_would_decide_it()
    {
        Gap Denied(string action) => new(Scope, "Subnet", action, GapCause.Denied, "no", new(RemedyKind.Permission, action));
        var report = Report([],
        [
            new(new("Subnet", Scope, "a"), "cidr", null, Denied("ec2:A")), new(new("Subnet", Scope, "b"), "cidr", null, Denied("ec2:A")),
            new(new("Vpc", Scope, "*"), null, Denied("ec2:B"), null),
        ]);
        Assert.Contains("UNDECIDED  0 added, 0 removed, 0 changed, 7 the same · 3 undecided · 0 ignored as expected\n", Text("text", report), StringComparison.Ordinal);
        Assert.Contains("\n  2     allow ec2:A  (Subnet cidr)\n  1     allow ec2:B, and take a new baseline  (Vpc)\n", Text("text", report), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_where_the_two_are_the_wrong_way_round_or_of_different_versions()
    {
        var report = Report([], []);
        Assert.Contains("The baseline is the later of the two", Text("text", report with { Baseline = report.Baseline with { At = s_at.AddDays(1) } }), StringComparison.Ordinal);
        Assert.Contains("different versions (scanner.snapshot/1.0, scanner.snapshot/1.1)", Text("text", report with { Baseline = report.Baseline with { Schema = "scanner.snapshot/1.0" } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_values_as_they_are_with_the_evidence_of_both_sides()
    {
        var change = JsonDocument.Parse(Text("json", Report([Changed("sg-1", """{"a":[1,null]}""")], []))).RootElement.GetProperty("changes")[0];
        Assert.Equal(("changed", "p"), (change.GetProperty("change").GetString(), change.GetProperty("path").GetString()));
        Assert.Equal(0, change.GetProperty("old").GetProperty("values").GetArrayLength());
        Assert.Equal(2, change.GetProperty("new").GetProperty("values")[0].GetProperty("a").GetArrayLength());
        Assert.Equal("ec2:Describe", change.GetProperty("new").GetProperty("action").GetString());
    }

    private static Change Changed(string key, string json) => new(ChangeKind.Changed, new("SecurityGroup", Scope, key), [new("p", null)],
        new([], s_evidence), new([JsonSerializer.Deserialize<JsonElement>(json)], s_evidence));

    private static DriftReport Report(IReadOnlyList<Change> changes, IReadOnlyList<Undecided> undecided)
    {
        var scan = new ComparedScan("a.jsonl", s_at, "scanner.snapshot/1.1", 7, IsEmpty: false);
        return new(scan, scan with { File = "b.jsonl" }, changes, undecided, [], 7);
    }

    private static string Text(string format, DriftReport report, bool verbose = false)
    {
        using var stream = new MemoryStream();
        DriftFormat.All.First(f => f.Name == format).Write(report, stream, new ReportOptions { Verbose = verbose });
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
