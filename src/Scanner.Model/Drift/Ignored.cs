namespace Scanner.Model.Drift;

/// <summary>What one rule kept out of a report.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Changes">How many changes.</param>
/// <param name="Undecided">How many that could not be decided.</param>
public sealed record Ignored(IgnoreRule Rule, int Changes, int Undecided)
{
    /// <summary>Whether it fitted nothing.</summary>
    public bool IsUnused => Changes + Undecided == 0;
}
