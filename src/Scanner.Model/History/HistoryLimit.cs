namespace Scanner.Model.History;

/// <summary>How much of a history is kept: so many checks, or those of so much time.</summary>
/// <param name="Count">How many checks; null for no number.</param>
/// <param name="Age">How old they may be; null for any age.</param>
public sealed record HistoryLimit(int? Count, TimeSpan? Age)
{
    /// <summary>Whether a check is past it.</summary>
    /// <param name="at">When its scan began.</param>
    /// <param name="place">Its number from the end; the last one is 1.</param>
    /// <param name="now">The time.</param>
    public bool IsPast(DateTimeOffset at, int place, DateTimeOffset now) => place > Count || now - at > Age;

    public override string ToString() => Count is { } count ? $"{count} checks" : $"{Age?.TotalDays:0} days";
}
