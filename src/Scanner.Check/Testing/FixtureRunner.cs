using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Testing;

/// <summary>Runs rules on mutated worlds and compares the verdicts with the fixtures' names.</summary>
public sealed class FixtureRunner(IReadOnlyList<LoadedRule> rules, Func<string, Snapshot> world)
{
    /// <summary>Fixtures change little of their worlds, and most of a check is to put together what they leave alone.</summary>
    private readonly MergedResources _merged = new();

    private FixtureRunner(IReadOnlyList<LoadedRule> rules, Func<string, Snapshot> world, MergedResources merged) : this(rules, world) => _merged = merged;

    /// <summary>The same over another world, such as one that lacks something of the first.</summary>
    public FixtureRunner Over(Snapshot other) => new(rules, _ => other, _merged);

    /// <summary>Runs one fixture. One that does not fit its world has failed, and says why.</summary>
    public FixtureOutcome Run(RuleFixture fixture, CancellationToken cancellationToken)
    {
        try
        {
            return Judge(fixture, cancellationToken);
        }
        catch (Exception e) when (e is MutationException or SnapshotFormatException)
        {
            return new(fixture, null, e.Message);
        }
    }

    private FixtureOutcome Judge(RuleFixture fixture, CancellationToken cancellationToken)
    {
        var rule = rules.FirstOrDefault(r => r.Id == fixture.RuleId);
        if (rule is null) return new(fixture, null, $"there is no rule {fixture.RuleId}");
        var findings = Findings(rule, fixture, cancellationToken);
        var worst = Worst(findings);
        if (worst != fixture.Expected) return new(fixture, worst, $"expected {fixture.Expected}, got {worst?.ToString() ?? "nothing"}: {Texts(findings, worst)}");
        var told = Texts(findings, worst);
        return fixture.Says is { } says && !told.Contains(says, StringComparison.Ordinal)
            ? new(fixture, worst, $"expected the finding to say \"{says}\", it says: {told}")
            : new(fixture, worst, null);
    }

    /// <summary>The worst of the findings: fail, then unknown, then pass, then not applicable.</summary>
    public static Verdict? Worst(IEnumerable<Finding> findings)
    {
        var verdicts = findings.Select(f => f.Verdict).ToHashSet();
        return verdicts.Count == 0 ? null
            : verdicts.Contains(Verdict.Fail) ? Verdict.Fail
            : verdicts.Contains(Verdict.Unknown) ? Verdict.Unknown
            : verdicts.Contains(Verdict.Pass) ? Verdict.Pass
            : Verdict.NotApplicable;
    }

    private List<Finding> Findings(LoadedRule rule, RuleFixture fixture, CancellationToken cancellationToken)
    {
        var snapshot = Mutating.Apply(world(fixture.World), fixture.Mutation);
        // a test of one rule is no test of the detection, which a mutation may well confuse
        var parameters = ParametersOf(fixture, snapshot);
        var report = Checker.Check(new ResourceGraph(snapshot, named: false, _merged), parameters, [rule with { IsNamed = true }], cancellationToken);
        return [.. report.Findings];
    }

    /// <summary>What the world's people say, and what the fixture says instead.</summary>
    internal static Parameters ParametersOf(RuleFixture fixture, Snapshot snapshot) => new(new StringMap(
        [.. snapshot.Header.Parameters.Entries.Where(p => !fixture.Mutation.Unset.Contains(p.Key)), new("architecture", fixture.World), .. fixture.Mutation.Parameters.Entries]));

    private static string Texts(List<Finding> findings, Verdict? verdict) =>
        string.Join("; ", findings.Where(f => f.Verdict == verdict).Select(f => f.Message?.Text ?? f.Gap?.ToString() ?? "no message"));
}
