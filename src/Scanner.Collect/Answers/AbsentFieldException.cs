namespace Scanner.Collect;

/// <summary>An answer lacks a field that must be there; ends the reading of one fact, and is caught by <see cref="Answer{T}"/>.</summary>
internal sealed class AbsentFieldException(string field) : Exception(field);
