using Scanner.Check;
using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Model;

namespace Scanner.Tests.Cli;

/// <summary>Every rule against its fixtures; the file name is the verdict.</summary>
public sealed class RuleFixtureTests
{
    private static readonly string s_fixtures = Repository.Path("fixtures", "rules");
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;
    private static readonly RuleNeeds s_needs = RuleNeeds.Installed();
    private static readonly Worlds s_worlds = new(Repository.Path("fixtures", "worlds"));
    private static readonly FixtureRunner s_runner = new(s_rules, s_worlds.Read);

    /// <summary>What any rule is known to need; what none does, such as a file, may matter to each.</summary>
    private static readonly IReadOnlySet<string> s_asked = s_needs.Of(s_rules)!;

    public static TheoryData<string> Fixtures() => [.. FixtureFile.All(s_fixtures).Select(f => $"{f.RuleId}/{f.Name}")];

    [Theory, MemberData(nameof(Fixtures))]
    public void Is_judged_as_its_name_says(string fixture)
    {
        var outcome = s_runner.Run(FixtureFile.Read(Path.Combine(s_fixtures, fixture + ".yaml")), TestContext.Current.CancellationToken);
        Assert.True(outcome.Problem is null, outcome.Problem);
    }

    public static TheoryData<string> Rules() => [.. s_rules.Select(r => r.Id)];

    [Theory, MemberData(nameof(Rules))]
    public void Every_rule_has_a_pass_a_fail_and_an_unknown(string rule)
    {
        var verdicts = FixtureFile.All(s_fixtures).Where(f => f.RuleId == rule).Select(f => f.Expected).ToHashSet();
        Assert.Empty(new[] { Verdict.Pass, Verdict.Fail, Verdict.Unknown }.Except(verdicts));
    }

    /// <summary>What users hand over, or do not, is refused by nobody: where a host's own word is not there, what ParallelCluster says of it decides.</summary>
    private static readonly string[] s_handedOver = ["node facts", "attestations"];

    /// <summary>Each action in turn, on the world itself: faster than over sockets, and for every rule's own fixtures too.</summary>
    [Theory, MemberData(nameof(Fixtures))]
    public void Denying_any_action_never_gives_the_opposite_verdict(string name)
    {
        var fixture = FixtureFile.Read(Path.Combine(s_fixtures, name + ".yaml"));
        if (fixture.Expected is Verdict.Unknown) return;
        var mayDiffer = fixture.Expected is Verdict.Fail || name == "SLM-006/pass-hosts-say-so-against-the-network"; // else the network decides
        var world = Mutating.Apply(s_worlds.Read(fixture.World), fixture.Mutation);
        foreach (var action in world.Observations.Select(o => o.Evidence.Action).Distinct().Where(a => IsNeeded(a, fixture.RuleId) && (!mayDiffer || !s_handedOver.Contains(a))))
        {
            var denied = s_runner.Over(Mutating.Deny(world, action))
                .Run(fixture with { Mutation = new() { Parameters = fixture.Mutation.Parameters, Unset = fixture.Mutation.Unset }, Says = null }, TestContext.Current.CancellationToken);
            Assert.True(denied.Verdict is Verdict.Unknown or null || denied.Verdict == fixture.Expected, $"without {action}: {denied.Verdict}");
        }
    }

    /// <summary>A rule says the same without what it does not need, which a test of its needs asks of each.</summary>
    private static bool IsNeeded(string action, string rule) => !s_asked.Contains(action) || s_needs.ByRule[rule].Contains(action);

}
