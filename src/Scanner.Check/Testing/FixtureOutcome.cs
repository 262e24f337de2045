using Scanner.Model;

namespace Scanner.Check.Testing;

/// <summary>What a fixture's run gave. <see cref="Problem"/> is null where it is what the fixture states.</summary>
public sealed record FixtureOutcome(RuleFixture Fixture, Verdict? Verdict, string? Problem);
