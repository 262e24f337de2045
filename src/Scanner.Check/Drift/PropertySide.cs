using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Drift;

namespace Scanner.Check.Drift;

/// <summary>What one scan says of one property of all resources under one key: each value once, sorted.</summary>
internal sealed record PropertySide(string Property, IReadOnlyList<JsonElement> Values, IReadOnlyList<string> Texts, Evidence? Evidence, HashSet<(Plane, string)> Sources, Gap? Gap)
{
    public string SourceText => string.Join(", ", Sources.Select(s => s.Item2).Order(StringComparer.Ordinal));

    public static PropertySide Of(IReadOnlyList<SeenResource> resources, string property)
    {
        var said = new List<SeenProperty>(resources.Count);
        foreach (var resource in resources)
            if (!resource.Properties.TryGetValue(property, out var own)) return new(property, [], [], null, [], NotAsked(resource, property));
            else if (own.Gap is { } gap) return new(property, [], [], null, [], gap);
            else said.Add(own);
        return Distinct(property, said.Select(s => s.Value), said[0].Evidence, [.. said.Select(s => (s.Evidence!.Plane, s.Evidence.Action))]);
    }

    public bool IsSameText(PropertySide other) => Texts.SequenceEqual(other.Texts);

    /// <summary>The same with keys for ids; a gap where it leads to something of a kind that was not listed completely, whose key is not known.</summary>
    public PropertySide Named(ReferenceNames references, Listings listings, ResourceName name)
    {
        if (Gap is not null) return this;
        var named = Values.Select(v => references.Named(name.Kind, Property, v)).ToList();
        var unseen = named.SelectMany(n => n.UnseenKinds).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(kind => listings.Unlisted(kind, name.Scope)).FirstOrDefault(g => g is not null);
        return unseen is null ? Distinct(Property, named.Select(n => n.Value), Evidence, Sources) : this with { Gap = unseen };
    }

    private static PropertySide Distinct(string property, IEnumerable<JsonElement> values, Evidence? evidence, HashSet<(Plane, string)> sources)
    {
        var distinct = Canonical.Distinct(values);
        return new(property, [.. distinct.Values], [.. distinct.Keys], evidence, sources, null);
    }

    private static Gap NotAsked(SeenResource resource, string property) => new(resource.Evidence.Scope, resource.Kind, property, GapCause.NotAsked,
        $"no source of the scan says {OneLine.Of(property)} of {OneLine.Of(resource.Kind)} {OneLine.Of(resource.Id)}", new(RemedyKind.Flag, "scan with the same version and the same targets"));
}
