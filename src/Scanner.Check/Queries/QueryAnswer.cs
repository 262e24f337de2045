using Scanner.Model;

namespace Scanner.Check.Queries;

/// <summary>What came of a query: a value, the gap that stands in its way, or how it failed.</summary>
internal sealed record QueryAnswer(object? Value, Gap? Gap, string? Failure);
