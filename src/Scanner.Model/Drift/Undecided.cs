namespace Scanner.Model.Drift;

/// <summary>Something that may be different: a scan could not see it.</summary>
/// <param name="Resource">Which resource.</param>
/// <param name="Property">Which property; <c>count</c> is whether it came or went; null where nothing of it can be told.</param>
/// <param name="Baseline">What the earlier scan could not see; null where it saw it.</param>
/// <param name="Current">What the later scan could not see; null where it saw it.</param>
public sealed record Undecided(ResourceName Resource, string? Property, Gap? Baseline, Gap? Current)
{
    /// <summary>The gap to close: that of the later scan, since the earlier one is past.</summary>
    public Gap Gap => Current ?? Baseline!;

    /// <summary>Whether one of the scans saw it, or one was refused: what neither can see from where it looks is as blind tomorrow.</summary>
    public bool IsLoss => Baseline is null || Current is null || IsRefused(Baseline) || IsRefused(Current);

    private static bool IsRefused(Gap gap) => gap.MakesIncomplete || gap.Cause is GapCause.Unsupported;
}
