namespace Scanner.Model;

/// <summary>An element of a set, with the gap that makes its membership doubtful, if any.</summary>
internal readonly record struct Member<T>(T Item, Gap? Doubt);
