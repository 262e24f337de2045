using Scanner.Model.Findings;

namespace Scanner.Model.History;

/// <summary>A check that a history keeps.</summary>
/// <param name="Name">What its entry is called.</param>
/// <param name="Snapshot">Where the snapshot is that it judged.</param>
/// <param name="Result">What it found.</param>
public sealed record PastCheck(string Name, string Snapshot, Baseline Result)
{
    /// <summary>When its scan began.</summary>
    public DateTimeOffset At => Result.StartedAt;
}
