using Scanner.Check;
using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Check.Rules;

/// <summary>A world in which a rule is judged: one of its fixtures, or a whole scan.</summary>
/// <param name="Name">How messages call it.</param>
/// <param name="Snapshot">The world.</param>
/// <param name="Parameters">What the user says.</param>
internal sealed record Scenario(string Name, Snapshot Snapshot, Parameters Parameters)
{
    private static readonly Worlds s_worlds = new(Repository.Path("fixtures", "worlds"));

    private static readonly ILookup<string, RuleFixture> s_fixtures = FixtureFile.All(Repository.Path("fixtures", "rules")).ToLookup(f => f.RuleId);

    /// <summary>The recorded deployments as they were scanned, in full.</summary>
    public static IReadOnlyList<Scenario> Scans { get; } =
    [
        .. Directory.EnumerateDirectories(Repository.Path("fixtures", "scans")).Order(StringComparer.Ordinal)
            .Select(f => new Scenario(Path.GetFileName(f), SnapshotFile.Read(Path.Combine(f, "snapshot.jsonl")), Parameters.None)),
    ];

    public static IEnumerable<Scenario> Of(string rule) => [.. s_fixtures[rule].Select(Of), .. Scans];

    public ScanReport Check(LoadedRule rule, bool trace = false) => Snapshot.Check([rule], Parameters, trace);

    /// <summary>The actions that the world owes something to, without those that every scan asks.</summary>
    public IReadOnlyList<string> Actions => Snapshot.Actions();

    /// <summary>The world as a scan sees it that asks for these actions only.</summary>
    public Scenario WithOnly(IReadOnlySet<string> wanted) => this with { Snapshot = Snapshot.WithOnly(wanted) };

    /// <summary>What the rule says.</summary>
    public IReadOnlyList<string> Outcome(LoadedRule rule) => Rules.Outcome.Of(Check(rule), rule.Id);

    /// <summary>Which environments there are, and what they follow.</summary>
    public IReadOnlyList<string> Detected() => [.. Snapshot.Check([], Parameters).Environments.Select(Rules.Outcome.Of)];

    private static Scenario Of(RuleFixture fixture) => new($"{fixture.RuleId}/{fixture.Name}", Mutating.Apply(s_worlds.Read(fixture.World), fixture.Mutation),
        new(new StringMap([new("architecture", fixture.World), .. fixture.Mutation.Parameters.Entries])));
}
