using System.Diagnostics;
using Scanner.Check;
using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Model;

namespace Scanner.Tests.Check.Rules;

/// <summary>Each failing fixture makes its own rule fail, and no other but those that it lists: one mistake is one finding.</summary>
public sealed class OverlapTests
{
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;
    private static readonly Worlds s_worlds = new(Repository.Path("fixtures", "worlds"));
    private static readonly IReadOnlyList<RuleFixture> s_failing = [.. FixtureFile.All(Repository.Path("fixtures", "rules")).Where(f => f.Expected is Verdict.Fail)];

    [Fact]
    public void Failing_fixtures_fail_no_other_rules_than_they_list()
    {
        var (overlaps, watch) = (new Overlaps(s_rules, s_worlds.Read), Stopwatch.StartNew());
        var problems = s_failing.AsParallel().WithCancellation(TestContext.Current.CancellationToken)
            .Select(f => (Fixture: $"{f.RuleId}/{f.Name}", Problem: overlaps.Problem(f, CancellationToken.None))).Where(p => p.Problem is not null)
            .Select(p => $"{p.Fixture}: {p.Problem}").ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{s_failing.Count} failing fixtures, {s_failing.Count(f => f.Also.Count > 0)} of them with others, in {watch.Elapsed.TotalSeconds:0} s");
        Assert.Empty(problems.Order(StringComparer.Ordinal));
    }

    /// <summary>A rule under <c>also</c> must be one that there is, and is never the fixture's own.</summary>
    [Fact]
    public void What_is_listed_are_other_rules()
    {
        var ids = s_rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(s_failing.SelectMany(f => f.Also.Where(a => a == f.RuleId || !ids.Contains(a)).Select(a => $"{f.RuleId}/{f.Name}: {a}")));
    }

    /// <summary>Two rules may tell of one mistake where it breaks both statements, and where the table says how: it has each pair once, sorted.</summary>
    [Fact]
    public void Rules_that_fail_together_have_a_reason()
    {
        var rows = File.ReadAllLines(Repository.Path("fixtures", "rules", "overlaps.csv")).Select(line => line.Split(',')).ToList();
        Assert.Equal(["rule", "other", "reason"], rows[0]);
        Assert.All(rows, row => Assert.True(row is [_, _, { Length: > 0 and <= 120 }], $"not rule,other,reason with a reason of at most 120 characters and no comma: {string.Join(',', row)}"));
        Assert.Equal(
            s_failing.SelectMany(f => f.Also.Select(a => Pair(f.RuleId, a))).Distinct().Order(StringComparer.Ordinal),
            rows.Skip(1).Select(row => $"{row[0]},{row[1]}"));
    }

    private static string Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? $"{one},{other}" : $"{other},{one}";
}
