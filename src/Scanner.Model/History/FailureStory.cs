using Scanner.Model.Findings;

namespace Scanner.Model.History;

/// <summary>One failure, from when it began.</summary>
/// <param name="Finding">The failure, as the last check has it that found it.</param>
/// <param name="First">The first check that found it.</param>
/// <param name="LastSeen">The last check that found it.</param>
/// <param name="State">What became of it.</param>
public sealed record FailureStory(Finding Finding, PastCheck First, PastCheck LastSeen, FailureState State)
{
    /// <summary>The last check before it that saw that nothing failed there; null where none did.</summary>
    public PastCheck? Before { get; init; }

    /// <summary>How that is known, or why it is not, as a clause.</summary>
    public required string Beginning { get; init; }

    /// <summary>The check that saw that it is none any more, or that lost sight of it; null of one that is there.</summary>
    public PastCheck? End { get; init; }

    /// <summary>How that is known, as a clause.</summary>
    public string Why { get; init; } = "";

    /// <summary>What changed when it began; null where that was not asked.</summary>
    public StepDrift? Drift { get; init; }
}
