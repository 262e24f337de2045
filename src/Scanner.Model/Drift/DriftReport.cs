namespace Scanner.Model.Drift;

/// <summary>What is different between two scans, what could not be told, and what was expected. Everything is sorted.</summary>
/// <param name="Baseline">The earlier scan.</param>
/// <param name="Current">The later scan.</param>
/// <param name="Changes">What is surely different, and not expected.</param>
/// <param name="Undecided">What a scan could not see.</param>
/// <param name="Ignored">What was expected, by rule: first the user's rules, then the program's.</param>
/// <param name="Same">How many resources, by key, are the same in all that both scans saw.</param>
public sealed record DriftReport(
    ComparedScan Baseline, ComparedScan Current, IReadOnlyList<Change> Changes, IReadOnlyList<Undecided> Undecided, IReadOnlyList<Ignored> Ignored, int Same);
