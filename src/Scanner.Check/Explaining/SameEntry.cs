using System.Text.Json;
using System.Text.Json.Nodes;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Explaining;

/// <summary>An entry of a list that refers to another resource, and that other resources' lists have too: what is mounted at a path, by cluster and node group.</summary>
/// <param name="Name">What the entry is told apart by.</param>
/// <param name="Field">The field that refers.</param>
/// <param name="Before">To what it refers.</param>
/// <param name="After">To what it would.</param>
internal sealed record SameEntry(string Name, string Field, string Before, string After)
{
    /// <summary>The one entry in which two values of a property refer to different resources; null where they differ otherwise.</summary>
    public static SameEntry? Between(JsonElement before, JsonElement after)
    {
        if (before.ValueKind is not JsonValueKind.Array || after.ValueKind is not JsonValueKind.Array || before.GetArrayLength() != after.GetArrayLength()) return null;
        var differing = before.EnumerateArray().Zip(after.EnumerateArray()).Where(p => !JsonElement.DeepEquals(p.First, p.Second)).ToList();
        if (differing is not [var (old, other)] || old.ValueKind is not JsonValueKind.Object || other.ValueKind is not JsonValueKind.Object) return null;
        var fields = old.EnumerateObject().Where(p => other.TryGetProperty(p.Name, out var v) && !JsonElement.DeepEquals(p.Value, v)).ToList();
        return ValueChange.NameOf(old) is { } name && fields is [{ Value.ValueKind: JsonValueKind.String } field] && other.GetProperty(field.Name).ValueKind is JsonValueKind.String
            ? new(name, field.Name, field.Value.GetString()!, other.GetProperty(field.Name).GetString()!) : null;
    }

    /// <summary>The snapshot where every such entry refers to the other resource.</summary>
    public Snapshot Follow(Snapshot snapshot) => snapshot with
    {
        Observations = [.. snapshot.Observations.Select(o => o.Properties.Any(IsIn) ? o with { Properties = [.. o.Properties.Select(p => IsIn(p) ? p with { Value = Changed(p.Value) } : p)] } : o)],
    };

    private bool IsIn(Property property) => property is { Gap: null, Value.ValueKind: JsonValueKind.Array } && property.Value.EnumerateArray().Any(IsSame);

    private bool IsSame(JsonElement entry) => entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty(Field, out var value) && value.ValueKind is JsonValueKind.String
        && value.ValueEquals(Before) && ValueChange.NameOf(entry) == Name;

    private JsonElement Changed(JsonElement list)
    {
        var changed = JsonNode.Parse(list.GetRawText())!.AsArray();
        foreach (var (entry, index) in list.EnumerateArray().Select((e, i) => (e, i)))
            if (IsSame(entry)) changed[index]![Field] = After;
        return JsonSerializer.SerializeToElement(changed);
    }
}
