using System.Text.Json;
using Scanner.Model.Drift;

namespace Scanner.Check.Drift;

/// <summary>One place in a value where two scans differ; null where a scan shows that nothing is there.</summary>
internal sealed record ValueDifference(IReadOnlyList<PathStep> Path, JsonElement? Old, JsonElement? New);
