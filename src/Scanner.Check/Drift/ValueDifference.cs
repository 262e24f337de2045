using System.Text.Json;
using Scanner.Model.Drift;

namespace Scanner.Check.Drift;

/// <summary>One place in a value where two scans differ.</summary>
/// <param name="Path">The place.</param>
/// <param name="Old">What the earlier scan has there; nothing where that shows that nothing is there.</param>
/// <param name="New">What the later scan has there.</param>
internal sealed record ValueDifference(IReadOnlyList<PathStep> Path, IReadOnlyList<JsonElement> Old, IReadOnlyList<JsonElement> New);
