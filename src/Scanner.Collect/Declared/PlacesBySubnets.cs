using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>Where declared things are by their subnets, of which files may know no more than the ids: a scan tells the rest.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="declared">What the files say.</param>
/// <param name="twins">Which of the one is which of the other.</param>
internal sealed class PlacesBySubnets(SeenFacts seen, Snapshot declared, Twins twins)
{
    private readonly ILookup<string, Observation> _declared = declared.Observations.Where(o => o.Kind == nameof(Subnet)).ToLookup(o => o.Id);

    /// <summary>The property as it is, or as the subnets of its observation tell it.</summary>
    public Property Placed(Observation said, Property property)
    {
        if (property.Gap is not { Cause: GapCause.Hidden or GapCause.NotAsked } || Of(said.Kind, property.Name) is not { } wanted) return property;
        if (SeenFacts.Property(said, "subnets") is not { Gap: null } own || SeenFacts.Texts(own.Value) is not { Count: > 0 } subnets) return property;
        var told = subnets.Select(s => Told(s, wanted)).ToList();
        if (told.Contains(null)) return property;
        var all = told.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (property.Name == "availabilityZones") return new(property.Name, JsonSerializer.SerializeToElement(all), null);
        return all is [var only] ? new(property.Name, JsonSerializer.SerializeToElement(only), null) : property;
    }

    /// <summary>The property of subnets that tells one of what is in them. A database is in some of its zones only.</summary>
    private static string? Of(string kind, string property) => (kind, property) switch
    {
        (nameof(LoadBalancer), "availabilityZones") => "availabilityZone",
        (nameof(LoadBalancer) or nameof(Database) or nameof(FileSystem), "vpc") => "vpc",
        _ => null,
    };

    private string? Told(string subnet, string property)
    {
        if (_declared[subnet].Select(o => SeenFacts.Property(o, property)).OfType<Property>().ToList() is { Count: > 0 } said) return said.Where(p => p.Gap is null).Select(p => Text(p.Value)).FirstOrDefault();
        return seen.Value(nameof(Subnet), subnet, property) is { } value ? Text(value) : null;
    }

    private string? Text(JsonElement value) => twins.Renamed(value) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
