using Scanner.Check;
using Scanner.Check.Testing;
using Scanner.Check.Testing.Breaking;
using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Model;

namespace Scanner.Tests.Check.Rules;

/// <summary>
/// Breaks each fact that a rule's passing verdict rests on, and hides it; and hides what failing fixtures set. What matters when it is
/// wrong must matter when it is hidden.
/// </summary>
public sealed class BreakageTests
{
    /// <summary>Facts of which the verdict stands on another source where they are hidden.</summary>
    private static readonly Dictionary<string, string> s_otherSource = new(StringComparer.Ordinal)
    {
        ["ComputeInstance.mounts"] = "what ParallelCluster mounts on the host's group",
        ["ComputeInstance.isWindows"] = "the host's own word, its image",
        ["ComputeInstance.hasWorkbench"] = "that it is a login node",
        ["ComputeInstance.reachesSlurmController"] = "the network",
        ["NetworkInterface.privateIps"] = "the whole subnet, all of which is let in",
        ["WorkbenchServer.isServerActive"] = "that the host runs",
        ["WorkbenchServer.files"] = "the only PostgreSQL in the VPC",
        ["PCL-005 ComputeInstance.rVersions"] = "another node of the same image",
        ["PCL-005 ComputeInstance.pythonVersions"] = "another node of the same image",
    };

    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;
    private static readonly Worlds s_worlds = new(Repository.Path("fixtures", "worlds"));

    /// <summary>Of those that pass the green ones will do here; <c>scanner rules test --mutate</c> takes all.</summary>
    private static readonly IReadOnlyList<RuleFixture> s_fixtures =
        [.. FixtureFile.All(Repository.Path("fixtures", "rules")).Where(f => f.Expected is Verdict.Fail || f.Name == "pass-green")];

    private static readonly Lazy<List<Breakage>> s_all = new(() => [.. s_rules.AsParallel().Select(r => BreakageReport.Of(r, s_fixtures, s_worlds.Read)).OrderBy(b => b.RuleId, StringComparer.Ordinal)]);

    [Fact]
    public void No_rule_passes_on_what_is_hidden() => Assert.Empty(s_all.Value.SelectMany(b => b.Unnoticed.Where(f => !s_otherSource.ContainsKey(f.ToString()) && !s_otherSource.ContainsKey($"{b.RuleId} {f}")).Select(f => $"{b.RuleId} passes without {f}")));

    [Fact]
    public void No_rule_fails_for_want_of_a_fact() => Assert.Empty(s_all.Value.SelectMany(b => b.Opposite.Select(f => $"{b.RuleId} fails without {f}")));

    /// <summary>Rules that fail by what users say, or by something that is there besides, which their fixtures show: no other value of a fact does.</summary>
    private static readonly string[] s_byOtherMeans = ["EDA-013", "GEN-012", "GEN-015", "LBC-004", "PCL-037"];

    [Fact]
    public void Every_rule_can_fail() => Assert.Equal(s_byOtherMeans, s_all.Value.Where(b => b.IsVacuous).Select(b => b.RuleId));

    [Fact]
    public void Of_a_hundred_broken_facts_ninety_five_are_missed_when_they_are_hidden()
    {
        var (decisive, unnoticed) = (s_all.Value.Sum(b => b.Decisive.Count), s_all.Value.Sum(b => b.Unnoticed.Count));
        TestContext.Current.TestOutputHelper!.WriteLine($"{decisive - unnoticed} of {decisive}");
        Assert.InRange((decisive - unnoticed) / (double)decisive, 0.95, 1);
    }
}
