using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Check.Explaining;

/// <summary>Why a verdict is what it is, and what would make it another.</summary>
/// <param name="Finding">The verdict.</param>
/// <param name="Decisive">The facts that it rests on: those that would turn it, else those that it names.</param>
/// <param name="Others">What else was read on the way.</param>
/// <param name="Turns">Other values of facts, with which the verdict would be another.</param>
/// <param name="Openings">For an unknown: what the facts that were not read would make of it.</param>
/// <param name="IsWhole">Whether all that was to be tried was tried.</param>
public sealed record Explanation(Finding Finding, IReadOnlyList<SeenFact> Decisive, IReadOnlyList<SeenFact> Others, IReadOnlyList<Turn> Turns, IReadOnlyList<Opening> Openings, bool IsWhole)
{
    /// <summary>What other planes say of decisive facts that is not the same, by the fact.</summary>
    public required IReadOnlyList<(SeenFact Fact, Evidence Evidence, JsonElement Value)> Conflicts { get; init; }

    /// <summary>How resources are called, by id.</summary>
    public required Func<string, string> NameOf { get; init; }
}
