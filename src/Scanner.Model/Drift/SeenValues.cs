using System.Text.Json;

namespace Scanner.Model.Drift;

/// <summary>What one of two scans says, and by which answer.</summary>
/// <param name="Values">The value; several where the resources under one key differ; none where the scan shows that there is nothing.</param>
/// <param name="Evidence">Who said so.</param>
public sealed record SeenValues(IReadOnlyList<JsonElement> Values, Evidence Evidence);
