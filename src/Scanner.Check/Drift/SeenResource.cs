using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift;

/// <summary>A resource as one scan saw it: everything that was observed under its id.</summary>
internal sealed class SeenResource(IReadOnlyList<Observation> observations)
{
    // a host knows its instance's id, and nothing of the key that survives its replacement
    private readonly Observation _first = observations.Count == 1 ? observations[0]
        : observations.OrderBy(o => o.Evidence.Plane is Plane.Probe).ThenBy(o => o.Evidence.Plane).First();

    private string? _key;
    private Dictionary<string, SeenProperty>? _properties;

    public string Kind => _first.Kind;

    public string Id => _first.Id;

    /// <summary>The key, or what the instances of one group have instead of their ids.</summary>
    public string Key => _key ??= InstanceGroup.KeyOf(_first, observations);

    public Evidence Evidence => _first.Evidence;

    public IReadOnlyList<Observation> Observations => observations;

    /// <summary>Where it was seen: what is in no region is seen from each. Files count only where nothing else shows it.</summary>
    public IReadOnlyList<string> Scopes
    {
        get
        {
            if (observations.Count == 1) return [_first.Evidence.Scope];
            var all = observations.Select(o => o.Evidence.Scope).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            return all.FindAll(s => !ScopeName.IsDeclared(s)) is { Count: > 0 } looked ? looked : all;
        }
    }

    /// <summary>What counts of all that was said, by property.</summary>
    public IReadOnlyDictionary<string, SeenProperty> Properties => _properties ??= observations.Count == 1
        ? _first.Properties.ToDictionary(p => p.Name, p => new SeenProperty(p.Value, p.Gap is null ? _first.Evidence : null, p.Gap), StringComparer.Ordinal)
        : Chosen();

    /// <summary>Whether every answer about it is the same, and nothing of it is a gap.</summary>
    public bool IsSame(SeenResource other) =>
        Key == other.Key && observations.Count == other.Observations.Count && observations.Zip(other.Observations).All(pair => IsSame(pair.First, pair.Second));

    private static bool IsSame(Observation one, Observation other)
    {
        if (one.Evidence.Plane != other.Evidence.Plane || one.Evidence.Action != other.Evidence.Action || one.Evidence.Scope != other.Evidence.Scope) return false;
        if (one.Properties.Count != other.Properties.Count) return false;
        for (var i = 0; i < one.Properties.Count; i++)
        {
            var (was, now) = (one.Properties[i], other.Properties[i]);
            if (was.Gap is not null || now.Gap is not null || was.Name != now.Name || !Canonical.IsSameText(was.Value, now.Value)) return false;
        }
        return true;
    }

    private Dictionary<string, SeenProperty> Chosen()
    {
        var planes = Merging.Planes(observations);
        return observations.SelectMany(o => o.Properties).Select(p => p.Name).Distinct(StringComparer.Ordinal).ToDictionary(name => name, name =>
        {
            var (from, said) = Merging.Choose(planes, name);
            return new SeenProperty(said.Value, from?.Evidence, said.Gap);
        }, StringComparer.Ordinal);
    }
}
