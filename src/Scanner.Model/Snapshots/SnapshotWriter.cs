using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Scanner.Model.Snapshots;

/// <summary>Writes a snapshot as JSON Lines: header, observations by id, gaps, coverage, and a trailer with count and SHA-256.</summary>
/// <remarks>The same observations give the same bytes.</remarks>
internal sealed class SnapshotWriter : IDisposable
{
    private readonly Stream _output;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<Gap, int> _gaps;
    private int _lines;

    private SnapshotWriter(Stream output, IReadOnlyList<Gap> gaps) =>
        (_output, _gaps) = (output, gaps.Select((gap, index) => (gap, index)).ToDictionary(g => g.gap, g => g.index + 1));

    public static void Write(Snapshot snapshot, Stream output)
    {
        var gaps = snapshot.Gaps;
        using var writer = new SnapshotWriter(output, gaps);
        writer.Line(JsonSerializer.SerializeToNode(snapshot.Header, SnapshotJson.Options)!);
        foreach (var observation in SnapshotBuilder.Sorted(snapshot.Observations)) writer.Line(writer.Json(observation));
        foreach (var gap in gaps) writer.Line(writer.Json(gap));
        foreach (var coverage in snapshot.Coverage) writer.Line(writer.Json(coverage));
        writer.Trailer();
    }

    public void Dispose() => _hash.Dispose();

    private JsonObject Json(Observation observation)
    {
        var properties = new JsonObject();
        foreach (var property in observation.Properties)
            properties[property.Name] = property.Gap is { } gap ? new JsonObject { ["?"] = _gaps[gap] } : Node(property.Value);
        var (plane, scope, action, at) = observation.Evidence;
        var line = new JsonObject
        {
            ["id"] = observation.Id,
            ["key"] = observation.Key,
            ["kind"] = observation.Kind,
            ["plane"] = JsonNamingPolicy.CamelCase.ConvertName(plane.ToString()),
            ["scope"] = scope,
            ["action"] = action,
            ["at"] = JsonSerializer.SerializeToNode(at, SnapshotJson.Options),
        };
        if (observation.Evidence.Locator is { } locator) line["locator"] = locator;
        line["properties"] = properties;
        return line;
    }

    private JsonObject Json(Gap gap)
    {
        var line = new JsonObject { ["gap"] = _gaps[gap] };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(gap, SnapshotJson.Options)!.AsObject().ToList())
            if (name != "makesIncomplete") line[name] = value?.DeepClone();
        return line;
    }

    private JsonObject Json(Coverage coverage)
    {
        var listing = new JsonObject { ["kind"] = coverage.Kind, ["scope"] = coverage.Scope, ["action"] = coverage.Action };
        var line = new JsonObject { ["coverage"] = listing };
        if (coverage.Gap is { } gap) line["?"] = _gaps[gap];
        return line;
    }

    private void Line(JsonNode node)
    {
        var bytes = Encoding.UTF8.GetBytes(node.ToJsonString(SnapshotJson.Options) + "\n");
        _hash.AppendData(bytes);
        _output.Write(bytes);
        _lines++;
    }

    private void Trailer()
    {
        var end = new JsonObject { ["lines"] = _lines, ["sha256"] = Convert.ToHexStringLower(_hash.GetCurrentHash()) };
        _output.Write(Encoding.UTF8.GetBytes(new JsonObject { ["end"] = end }.ToJsonString() + "\n"));
    }

    private static JsonNode? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => JsonValue.Create(value),
    };
}
