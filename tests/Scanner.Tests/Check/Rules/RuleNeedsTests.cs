using System.Text;
using System.Text.Json;
using Scanner.Check;

namespace Scanner.Tests.Check.Rules;

/// <summary>What rules need is derived from their fixtures and the recorded deployments, and is enough for them.</summary>
public sealed class RuleNeedsTests
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, NewLine = "\n" };

    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;

    public static TheoryData<string> Rules() => [.. s_rules.Select(r => r.Id)];

    [Fact]
    public void File_is_what_the_fixtures_show()
    {
        var needs = s_rules.AsParallel().AsOrdered().ToDictionary(r => r.Id, NeedsDerivation.Of);
        var text = JsonSerializer.Serialize(new SortedDictionary<string, IReadOnlySet<string>>(needs, StringComparer.Ordinal), s_json) + "\n";
        Approved.Matches(Repository.Path("rules", "needs.json"), Encoding.UTF8.GetBytes(text));
    }

    [Theory, MemberData(nameof(Rules))]
    public void Rule_says_the_same_where_only_its_needs_were_asked_for(string id)
    {
        var rule = s_rules.Single(r => r.Id == id);
        var needs = RuleNeeds.Installed().Of([rule])!;
        foreach (var scenario in Scenario.Of(id)) Assert.Equal(scenario.Outcome(rule), scenario.WithOnly(needs).Outcome(rule));
    }

    [Fact]
    public void Nobody_knows_what_a_rule_of_the_users_needs()
    {
        Assert.NotNull(RuleNeeds.Installed().Of(s_rules));
        Assert.Null(RuleNeeds.Installed().Of([.. s_rules, s_rules[0] with { IsShipped = false }]));
        Assert.Null(RuleNeeds.Installed().Of([s_rules[0] with { Id = "PCL-999" }]));
    }
}
