namespace Scanner.Collect;

/// <summary>An answer lacks a field that must be there; ends the reading of one fact, and is caught by <see cref="Answer{T}"/>.</summary>
internal sealed class AbsentFieldException(string field) : Exception(field)
{
    /// <summary>The line and column of what stands there instead; null where nothing does.</summary>
    public (int Line, int Column)? Place { get; init; }

    /// <summary>What is wrong with that, in words; null where it is just of another form.</summary>
    public string? Problem { get; init; }
}
