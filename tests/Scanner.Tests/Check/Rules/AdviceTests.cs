using Scanner.Check;
using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Model;

namespace Scanner.Tests.Check.Rules;

/// <summary>What rules advise where the same failure has several causes.</summary>
public sealed class AdviceTests
{
    [Theory]
    [InlineData("PCL-009/fail-one-without-workbench", "Install Workbench on LoginNode, or set LoginNodes/Pools/Count")]
    [InlineData("PCL-009/fail-one-declared", "Set LoginNodes/Pools/Count to 2 or more")]
    public void Fix_is_what_the_cause_asks_for(string name, string advice)
    {
        var fixture = FixtureFile.Read(Path.Combine(Repository.Path("fixtures", "rules"), name + ".yaml"));
        var world = Mutating.Apply(new Worlds(Repository.Path("fixtures", "worlds")).Read(fixture.World), fixture.Mutation);
        var rules = RuleLibrary.Installed(useCache: false).Load([]).Rules.Where(r => r.Id == fixture.RuleId).ToList();

        var finding = Assert.Single(world.Check(rules, new Parameters(new StringMap([new("architecture", fixture.World)]))).Findings, f => f.Verdict is Verdict.Fail);

        Assert.StartsWith(advice, finding.Fix, StringComparison.Ordinal);
    }
}
