using Scanner.Model.Snapshots;

namespace Scanner.Model.Findings;

/// <summary>What one rule says of one subject.</summary>
public sealed record Finding(RuleDescription Rule, Verdict Verdict, string SubjectKind, string SubjectId, string SubjectKey, string SubjectLabel)
{
    /// <summary>The weight of a failure.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong, or why the rule does not apply; null for a pass.</summary>
    public Message? Message { get; init; }

    /// <summary>What stands in the way of a decision, for an unknown.</summary>
    public Gap? Gap { get; init; }

    /// <summary>What to do about a failure, with real ids.</summary>
    public required string Fix { get; init; }

    public IReadOnlyList<Message> Notes { get; init; } = [];

    /// <summary>Other resources the verdict is about: id and label.</summary>
    public IReadOnlyList<(string Id, string Label)> Related { get; init; } = [];

    /// <summary>The network path that explains the verdict.</summary>
    public NetworkPath? Path { get; init; }

    /// <summary>Every gap the judgement touched.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>The properties the judgement read, where the scan was asked to keep them.</summary>
    public IReadOnlyList<Reading> Readings { get; init; } = [];

    /// <summary>Where a user would change it: the declaring line, or the target's line in scanner.yaml. Null where there is neither.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>What a failure rests on; null where nobody asked.</summary>
    public FailureFacts? Facts { get; init; }

    /// <summary>How it stands to the baseline; null where there is none.</summary>
    public BaselineStanding? Standing { get; init; }

    /// <summary>The waiver that covers the failure; null where none does.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>Whether it is a failure that no waiver covers.</summary>
    public bool Fails => Verdict is Verdict.Fail && Waiver is null;
}
