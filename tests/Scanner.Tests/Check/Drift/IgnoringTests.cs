using Scanner.Check.Drift;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;
using static Scanner.Tests.Check.Drift.Scans;

namespace Scanner.Tests.Check.Drift;

/// <summary>Expected drift is kept out of the report, and counted.</summary>
public sealed class IgnoringTests
{
    private static readonly IgnoreRule s_name = new("renamed by hand") { Kind = "Subnet", Path = "name", Key = "subnet-*", Place = "scanner.yaml:1:1" };

    [Fact]
    public void Ignores_what_fits_all_patterns_and_counts_it()
    {
        var report = Compare(Of(Subnet("subnet-1", "a"), Subnet("other", "a")), Of(Subnet("subnet-1", "b"), Subnet("other", "b")), s_name);
        Assert.Equal(["Changed Subnet other name: \"a\" → \"b\""], report.Changes.Select(Line));
        Assert.Equal((1, 0), (report.Ignored.Single().Changes, report.Ignored.Single().Undecided));
    }

    [Fact]
    public void Names_a_rule_of_the_user_that_fits_nothing()
    {
        var report = Compare(Of(), Of(), s_name);
        Assert.True(report.Ignored.Single().IsUnused);
    }

    [Fact]
    public void What_is_undecided_as_a_whole_is_ignored_only_by_a_rule_about_all_of_it()
    {
        var seen = Of(Seen("NetworkInterface", "eni-1", "eni-1", ("requester", "amazon-elb")));
        var blind = Of() with { Coverage = [.. seen.Coverage.Select(c => c.Kind == "NetworkInterface" ? c with { Gap = Denied(c.Kind, c.Action) } : c)] };
        Assert.Equal(2, Compare(seen, blind).Undecided.Count); // eni-1, and whatever else there may be
        Assert.Empty(Compare(seen, blind, new IgnoreRule("of no interest") { Kind = "NetworkInterface", Place = "scanner.yaml:1:1" }).Undecided);
        Assert.Equal(2, Compare(seen, blind, new IgnoreRule("counted elsewhere") { Kind = "NetworkInterface", Path = "count", Place = "scanner.yaml:1:1" }).Undecided.Count);
    }

    [Fact]
    public void Tags_that_AWS_sets_are_no_drift() =>
        Assert.Equal(["Changed Subnet s tags.team:  → \"b\""], Compare(
            Of(Seen("Subnet", "s", "s", ("tags", new Dictionary<string, string> { ["aws:x"] = "1" }))),
            Of(Seen("Subnet", "s", "s", ("tags", new Dictionary<string, string> { ["aws:x"] = "2", ["aws:y"] = "1", ["team"] = "b" })))).Changes.Select(Line));

    [Fact]
    public void Every_default_names_a_kind_and_a_property_that_there_are()
    {
        foreach (var rule in ExpectedDrift.Rules)
        {
            Assert.NotEmpty(rule.Reason);
            if (rule.Kind is null) continue;
            var schema = KindSchema.Find(rule.Kind);
            Assert.NotNull(schema);
            if (rule.Path is { } path && path != Change.Count) Assert.Contains(path.Split('.')[0].TrimEnd('*'), schema.Properties.Keys);
        }
    }

    private static Observation Subnet(string id, string name) => Seen("Subnet", id, id, ("name", name));
}
