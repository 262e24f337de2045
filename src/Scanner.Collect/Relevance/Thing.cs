using System.Text.Json;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Relevance;

/// <summary>A resource as its observations tell of it, before they are merged.</summary>
internal sealed class Thing(string kind, string id, IReadOnlyList<Observation> observations)
{
    private static readonly HashSet<string> s_telling = ["cluster", "description", "instance", "role", "tags"];

    public string Kind => kind;

    public string Id => id;

    public IReadOnlyList<Observation> Observations => observations;

    /// <summary>Where it was seen.</summary>
    public IReadOnlyList<string> Scopes { get; } = [.. observations.Select(o => o.Evidence.Scope).Distinct(StringComparer.Ordinal)];

    /// <summary>Every text in its properties, and every part of a path or ARN: what it refers to is among them.</summary>
    public IEnumerable<string> Mentions => observations.SelectMany(o => o.Properties).Where(p => p.Gap is null).SelectMany(p => Texts(p.Value)).SelectMany(t => t.Split('/').Append(t));

    /// <summary>Whether its own listing left out something that would have told what it belongs to.</summary>
    public bool IsPartial => observations.Any(o => o.Properties.Any(p => s_telling.Contains(p.Name) && p.Gap is { } gap && gap.Action == o.Evidence.Action));

    /// <summary>The texts of one property, and whether it is known at all.</summary>
    public (bool IsKnown, IReadOnlyList<string> Texts) Said(string property)
    {
        var said = observations.SelectMany(o => o.Properties).Where(p => p.Name == property && p.Gap is null).ToList();
        return (said.Count > 0, [.. said.SelectMany(p => Texts(p.Value))]);
    }

    /// <summary>Whether anything says that a property is true.</summary>
    public bool IsTrue(string property) => observations.SelectMany(o => o.Properties).Any(p => p.Name == property && p is { Gap: null, Value.ValueKind: JsonValueKind.True });

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Texts(p.Value)),
        _ => [],
    };
}
