using Scanner.Model;

namespace Scanner.Check.Detection;

/// <summary>One observation that points to an architecture.</summary>
/// <param name="Text">What was seen, in words.</param>
/// <param name="Seen">Whether it is there.</param>
internal sealed record Signal(string Text, Truth Seen);
