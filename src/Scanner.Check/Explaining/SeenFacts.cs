using System.Text.Json;
using Scanner.Check.Testing.Breaking;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Explaining;

/// <summary>What a snapshot has of the facts that judgements read.</summary>
internal sealed class SeenFacts(Snapshot snapshot)
{
    private readonly ILookup<string, Observation> _byId = snapshot.Observations.ToLookup(o => o.Id, StringComparer.Ordinal);

    /// <summary>The id of everything that was seen.</summary>
    public IEnumerable<string> Ids => _byId.Select(o => o.Key);

    /// <summary>The facts behind a verdict, each once.</summary>
    public IReadOnlyList<SeenFact> Of(Finding finding) =>
        [.. finding.Readings.Where(r => r.Missing is null).Select(Of).OfType<SeenFact>().DistinctBy(f => f.Name, StringComparer.Ordinal).OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>What its people call a resource; its id where it has no name.</summary>
    public string NameOf(string id) => _byId[id].SelectMany(o => o.Properties).Where(p => p is { Name: "name", Gap: null, Value.ValueKind: JsonValueKind.String })
        .Select(p => p.Value.GetString()!).FirstOrDefault(name => name.Length > 0) ?? id;

    /// <summary>The same, with the id where others of the kind have that name too.</summary>
    public string LabelOf(string id) => NameOf(id) is var name && name != id && _byId.Any(other => other.Key != id && KindOf(other.Key) == KindOf(id) && NameOf(other.Key) == name) ? $"{name} {id}" : name;

    /// <summary>The kind of an id that the snapshot has; null where it has none.</summary>
    public string? KindOf(string id) => _byId[id].Select(o => o.Kind).FirstOrDefault();

    /// <summary>What other planes say of it that is not the same.</summary>
    public IReadOnlyList<(Evidence Evidence, JsonElement Value)> Conflicts(SeenFact fact) =>
        [.. Said(fact.Kind, fact.Resource, fact.Property).Where(s => s.Evidence.Plane != fact.Evidence.Plane && !JsonElement.DeepEquals(s.Value, fact.Value)).OrderBy(s => s.Evidence.Plane)];

    /// <summary>The planes that say anything of it.</summary>
    public IReadOnlyList<Plane> Planes(SeenFact fact) => [.. Said(fact.Kind, fact.Resource, fact.Property).Select(s => s.Evidence.Plane).Distinct().Order()];

    private IEnumerable<(Evidence Evidence, JsonElement Value)> Said(string kind, string id, string property) => _byId[id].Where(o => o.Kind == kind)
        .SelectMany(o => o.Properties.Where(p => p.Name == property && p.Gap is null).Select(p => (o.Evidence, p.Value)));

    private SeenFact? Of(Reading reading)
    {
        foreach (var observation in _byId[reading.Resource].Where(o => o.Evidence.Equals(reading.Behind)))
            foreach (var property in observation.Properties.Where(p => p.Name == reading.Property && p.Gap is null))
                if (KindSchema.Find(observation.Kind)?.Properties.ContainsKey(property.Name) == true && !FactBreaker.Own.Contains($"{observation.Kind}.{property.Name}"))
                    return new(observation.Kind, observation.Id, property.Name, property.Value, observation.Evidence);
        return null;
    }
}
