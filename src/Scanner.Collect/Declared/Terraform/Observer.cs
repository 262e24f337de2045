using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Hands what mappings make of resources to the snapshot: each resource once, with its places.</summary>
internal sealed class Observer(World world, DeclaredScope scope, DeclaredSink sink)
{
    public const string Title = "Terraform";

    private readonly HashSet<(string Kind, string Id)> _seen = [];
    private readonly Dictionary<(TerraformResource, string), Reading> _readings = [];
    private readonly Dictionary<(string, string), Dictionary<string, Reading>> _byId = [];
    private readonly Dictionary<(string, string, string), (ILookup<string, Reading> Parts, Gap? Gap)> _parts = [];

    private readonly Dictionary<string, Lazy<object>> _made = new(StringComparer.Ordinal);

    public World World => world;

    public DeclaredScope Scope => scope;

    public Reading Read<T>(TerraformResource resource) where T : Resource
    {
        if (_readings.TryGetValue((resource, typeof(T).Name), out var known)) return known;
        return _readings[(resource, typeof(T).Name)] = new(world, resource, scope.Evidence(scope.Aws, Title, PlaceOf(resource)), typeof(T).Name);
    }

    /// <summary>The resources of a type that have an identity: a data source that is read after apply has none.</summary>
    public IEnumerable<Reading> Each<T>(string type) where T : Resource =>
        world.Of(type).Where(r => !r.IsData || World.RealId(r) is not null).Select(Read<T>);

    /// <summary>The resource of a type that has an id; null where none has.</summary>
    public Reading? Find<T>(string type, string id) where T : Resource
    {
        if (!_byId.TryGetValue((type, typeof(T).Name), out var all))
            all = _byId[(type, typeof(T).Name)] = Each<T>(type).DistinctBy(Id).ToDictionary(Id, StringComparer.Ordinal);
        return all.TryGetValue(id, out var found) ? found : null;
    }

    /// <summary>The resources of a type that name another as the one that they are parts of, such as rules their security group.</summary>
    /// <exception cref="UnsaidException">Of some part nobody knows what it is a part of: it may be this one's.</exception>
    public IEnumerable<Reading> Parts<T>(string type, string attribute, string owner) where T : Resource
    {
        if (!_parts.TryGetValue((type, attribute, typeof(T).Name), out var known))
        {
            var owners = Each<T>(type).Select(r => (Reading: r, Owner: r.Map(a => r.Need<T>(a, attribute)))).ToList();
            known = (owners.Where(o => o.Owner.IsKnown).ToLookup(o => o.Owner.Value.Id, o => o.Reading, StringComparer.Ordinal), owners.Select(o => o.Owner.Gap).FirstOrDefault(g => g is not null));
            _parts[(type, attribute, typeof(T).Name)] = known;
        }
        return known.Gap is { } gap ? throw new UnsaidException(gap.Cause, gap.Detail, gap.Remedy) : known.Parts[owner];
    }

    /// <summary>Something made of all resources of some types, made once: each of many resources looks for its own in it.</summary>
    /// <param name="what">What it is called.</param>
    /// <param name="make">Makes it; where it cannot, it never can.</param>
    public T Once<T>(string what, Func<T> make) where T : notnull
    {
        if (!_made.TryGetValue(what, out var made)) made = _made[what] = new(() => make());
        return (T)made.Value;
    }

    public string Id(Reading reading) => world.Id(reading.Resource);

    /// <summary>Of what other listings say too, the first counts: resources that are managed come before those that are only read.</summary>
    /// <param name="reading">Where it comes from.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="lines">Properties, and the attributes that they are made of.</param>
    public void Observe(Reading reading, Resource resource, params (string Property, string Attribute)[] lines) => Observe(reading, resource, lines, null, []);

    /// <summary>The same of a resource some of whose properties another one says.</summary>
    /// <param name="reading">Where it comes from.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="lines">Properties, and the attributes that they are made of.</param>
    /// <param name="other">The other resource; null where it is not at hand.</param>
    /// <param name="otherLines">Properties, and the attributes of the other one.</param>
    public void Observe(Reading reading, Resource resource, IReadOnlyList<(string Property, string Attribute)> lines, TerraformResource? other, IReadOnlyList<(string Property, string Attribute)> otherLines)
    {
        if (!_seen.Add((resource.GetType().Name, resource.Id))) return;
        var elsewhere = other is null || BlockOf(other) is not { } block ? [] : otherLines.Select(l => (l.Property, Place: block.At(l.Attribute))).Where(l => l.Place is not null).Select(l => (l.Property, l.Place!)).ToList();
        var own = Places(reading, [.. lines.Where(l => elsewhere.All(e => e.Property != l.Property))]);
        sink.Observe(reading.Evidence, resource, own with { Properties = [.. own.Properties, .. elsewhere] });
    }

    /// <summary>Records that something which is no resource of its own is declared by one.</summary>
    public void Declare(string key, Reading by, params (string Property, string Attribute)[] lines) => sink.Declare(key, Places(by, lines));

    /// <summary>Records what a resource adds to a list of a live thing that these files do not manage, or takes from it.</summary>
    /// <param name="reading">The resource.</param>
    /// <param name="owner">The live thing; null where it may be any of its kind.</param>
    /// <param name="property">The list.</param>
    /// <param name="added">What comes to it.</param>
    /// <param name="removed">What goes.</param>
    /// <param name="gap">Why that cannot be told; null where it can.</param>
    public void Part<T>(Reading reading, string? owner, string property, IReadOnlyList<JsonElement> added, IReadOnlyList<JsonElement> removed, Gap? gap) where T : Resource
    {
        var place = PlaceOf(reading.Resource);
        var open = gap is null ? null : gap with { Kind = typeof(T).Name, Cause = GapCause.NotAsked, Detail = OneLine.Of($"{place.File}:{place.Line}: {gap.Detail}") };
        sink.Part(new(typeof(T).Name, owner, property, reading.Evidence, place) { Added = added, Removed = removed, Gap = open });
    }

    private Places Places(Reading reading, (string Property, string Attribute)[] lines)
    {
        var block = BlockOf(reading.Resource);
        var properties = block is null ? [] : lines.Select(l => (l.Property, Place: block.At(l.Attribute))).Where(l => l.Place is not null).Select(l => (l.Property, l.Place!));
        return new(PlaceOf(reading.Resource), [.. properties]);
    }

    private SourceBlock? BlockOf(TerraformResource resource) => resource.Module.Length > 0 && resource.Configuration is null ? null
        : world.Sources(resource).Find(resource.Configuration, $"{(resource.IsData ? "data" : "resource")} {resource.Type} {resource.Name}");

    /// <summary>Its block; where that is not at hand, the call of its module; where that is neither, the JSON file.</summary>
    private SourceLocation PlaceOf(TerraformResource resource) =>
        BlockOf(resource)?.Place ?? world.Sources(resource).Call(resource.Configuration)?.Place ?? resource.InJson;
}
