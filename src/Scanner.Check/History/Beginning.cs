using Scanner.Model.History;

namespace Scanner.Check.History;

/// <summary>What was there before a failure began.</summary>
/// <param name="Before">The last check that saw that nothing failed there; null where none did.</param>
/// <param name="Words">How that is known, or why it is not.</param>
internal sealed record Beginning(PastCheck? Before, string Words);
