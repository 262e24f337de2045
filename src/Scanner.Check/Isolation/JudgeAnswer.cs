using Scanner.Model.Findings;

namespace Scanner.Check.Isolation;

/// <summary>What the rules said.</summary>
internal sealed record JudgeAnswer(IReadOnlyList<FindingText> Findings, IReadOnlyList<Notification> Notifications);
