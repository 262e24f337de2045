using System.Text.Json;

namespace Scanner.Model.Snapshots;

/// <summary>An observation as its line says it; gaps are still numbers, because the gap table comes later.</summary>
internal sealed record ObservationLine(Observation Observation, IReadOnlyList<(string Name, JsonElement Value, int? Gap)> Properties)
{
    public Observation Resolve(Func<int, Gap> gap) => Observation with
    {
        Properties = [.. Properties.Select(p => p.Gap is { } number ? new Property(p.Name, default, gap(number)) : new Property(p.Name, p.Value, null))],
    };
}
