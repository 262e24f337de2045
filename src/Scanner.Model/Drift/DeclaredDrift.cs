using Scanner.Model.Snapshots;

namespace Scanner.Model.Drift;

/// <summary>What is declared and what is there, where they differ, and where that could not be told. Everything is sorted.</summary>
/// <param name="Current">The scan.</param>
/// <param name="Files">The files that declare something.</param>
/// <param name="Conflicts">What is surely another than declared, and not expected.</param>
/// <param name="Undecided">What the files leave open (its baseline's gap), or the scan did not see.</param>
/// <param name="Ignored">What was expected, by rule.</param>
/// <param name="Same">How many properties are as declared.</param>
public sealed record DeclaredDrift(
    ComparedScan Current, IReadOnlyList<DeclaringFile> Files, IReadOnlyList<Conflict> Conflicts, IReadOnlyList<Undecided> Undecided, IReadOnlyList<Ignored> Ignored, int Same)
{
    /// <summary>Whether the scan lacks something that a file declares, and that looking again, or being allowed to, would show.</summary>
    public bool LacksSight => Undecided.Any(u => u.Current is { } gap && (gap.MakesIncomplete || gap.Cause is GapCause.NotAsked or GapCause.Unsupported));
}
