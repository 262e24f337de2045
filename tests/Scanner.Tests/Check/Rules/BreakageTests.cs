using Scanner.Check;
using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;

namespace Scanner.Tests.Check.Rules;

/// <summary>Breaks and hides each fact that a rule's passing verdict rests on.</summary>
public sealed class BreakageTests
{
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;
    private static readonly Worlds s_worlds = new(Repository.Path("fixtures", "worlds"));
    private static readonly IReadOnlyList<Scanner.Check.Testing.RuleFixture> s_green =
        [.. FixtureFile.All(Repository.Path("fixtures", "rules")).Where(f => f.Name == "pass-green")];

    /// <summary>Rules that fail where something is absent (EDA-002: accounting), or by a certain word which somebody wrote (EDA-007): neither is tried.</summary>
    private static readonly IReadOnlyList<string> s_notTried = ["EDA-002", "EDA-007"];

    public static TheoryData<string> Rules() => [.. s_rules.Select(r => r.Id)];

    [Theory, MemberData(nameof(Rules))]
    public void What_matters_when_it_is_wrong_matters_when_it_is_hidden(string id)
    {
        var shown = BreakageReport.Of(s_rules.Single(r => r.Id == id), s_green, s_worlds.Read);
        Assert.True(shown.IsVacuous == s_notTried.Contains(id), $"{id}: no fact that it read makes it fail");
        Assert.Empty(shown.Opposite);
        Assert.Empty(shown.Unnoticed);
    }
}
