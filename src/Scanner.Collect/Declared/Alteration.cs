using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>A live thing that a change makes another.</summary>
/// <param name="Said">What the changed files say of it.</param>
/// <param name="Twin">What was seen of it, by one answer of perhaps several.</param>
/// <param name="Properties">What becomes another.</param>
internal sealed record Alteration(Observation Said, Observation Twin, IReadOnlyList<string> Properties);
