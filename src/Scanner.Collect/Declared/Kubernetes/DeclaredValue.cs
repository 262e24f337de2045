using System.Text.Json;
using Scanner.Model;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>A JSON value that knows where a file says it. One that is made up of others, or is a default, stands nowhere.</summary>
internal sealed class DeclaredValue
{
    public static readonly DeclaredValue Nothing = new(JsonValueKind.Null, null);

    /// <summary>In the place of what a file leaves to be filled in later: written in a form that the field does not have, so that whoever reads it finds it unusable.</summary>
    public static readonly DeclaredValue Open = new(JsonValueKind.False, null) { IsOpen = true };

    /// <summary>The switches that collectors read, in whose place a number is of the wrong form.</summary>
    private static readonly HashSet<string> s_switches = new(["associatePublicIPAddress", "attachRequired", "controller", "hostNetwork", "mirror", "readOnly"], StringComparer.Ordinal);

    private readonly Dictionary<string, DeclaredValue> _members = new(StringComparer.Ordinal);

    private DeclaredValue(JsonValueKind kind, Origin? origin) => (Kind, Origin) = (kind, origin);

    public JsonValueKind Kind { get; }

    /// <summary>The scalar, or the key that leads to a map or list; null where no file says it.</summary>
    public Origin? Origin { get; private init; }

    /// <summary>Whether it is filled in later, or not known for another reason.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>Why it is not known; null where it is just filled in later.</summary>
    public string? Why { get; private init; }

    /// <summary>What would tell; null where it is not known why it is unknown.</summary>
    public Remedy? Remedy { get; private init; }

    /// <summary>The text, or the number as JSON has it.</summary>
    public string Raw { get; private init; } = "";

    /// <summary>Where each line of a text is said that is made of values; null of one that a file has as it is.</summary>
    public IReadOnlyList<Origin?>? Lines { get; private init; }

    public IReadOnlyList<DeclaredValue> Elements { get; private init; } = [];

    public bool IsMap => Kind is JsonValueKind.Object;

    public bool IsList => Kind is JsonValueKind.Array;

    public bool IsText => Kind is JsonValueKind.String;

    public bool IsNull => Kind is JsonValueKind.Null;

    /// <summary>The names in the order of the file.</summary>
    public IReadOnlyList<string> Names { get; private init; } = [];

    /// <summary>A member of a map; null where there is none.</summary>
    public DeclaredValue? this[string name] => _members.GetValueOrDefault(name);

    public static DeclaredValue Text(string text, Origin? origin = null) => new(JsonValueKind.String, origin) { Raw = text };

    public static DeclaredValue Text(string text, Origin? origin, IReadOnlyList<Origin?>? lines) => new(JsonValueKind.String, origin) { Raw = text, Lines = lines };

    public static DeclaredValue Number(string json, Origin? origin = null) => new(JsonValueKind.Number, origin) { Raw = json };

    public static DeclaredValue Flag(bool on, Origin? origin = null) => new(on ? JsonValueKind.True : JsonValueKind.False, origin);

    public static DeclaredValue Null(Origin? origin) => new(JsonValueKind.Null, origin);

    public static DeclaredValue OpenAt(Origin? origin) => new(JsonValueKind.False, origin) { IsOpen = true };

    /// <summary>What depends on something that nobody says.</summary>
    public static DeclaredValue OpenFor(string why, Remedy? remedy = null) =>
        new(JsonValueKind.False, null) { IsOpen = true, Why = why, Remedy = remedy ?? new(RemedyKind.Parameter, "workbenchChart") };

    public static DeclaredValue List(IEnumerable<DeclaredValue> elements, Origin? origin = null) => new(JsonValueKind.Array, origin) { Elements = [.. elements] };

    /// <summary>A map; members that are null are left out, and of two of one name the last one counts.</summary>
    public static DeclaredValue Map(IEnumerable<(string Name, DeclaredValue? Value)> members, Origin? origin = null)
    {
        var named = members.Where(m => m.Value is not null).ToList();
        var map = new DeclaredValue(JsonValueKind.Object, origin) { Names = [.. named.Select(m => m.Name).Distinct(StringComparer.Ordinal)] };
        foreach (var (name, value) in named) map._members[name] = value!;
        return map;
    }

    public static DeclaredValue Map(params (string Name, DeclaredValue? Value)[] members) => Map(members, null);

    /// <summary>What stands at a path of names; null where a part of it is missing.</summary>
    public DeclaredValue? At(params ReadOnlySpan<string> path)
    {
        var place = this;
        foreach (var name in path)
            if (place[name] is { } next) place = next;
            else return null;
        return place;
    }

    /// <summary>The text at a path; null where there is none, or it is empty or something else.</summary>
    public string? TextAt(params ReadOnlySpan<string> path) => At(path) is { IsText: true, Raw: { Length: > 0 } text } ? text : null;

    /// <summary>The same value, said elsewhere.</summary>
    public DeclaredValue From(Origin? origin) => Copy(origin, Names.Select(n => (n, (DeclaredValue?)this[n])));

    /// <summary>The same map with other members added, or put in the place of those of the same name.</summary>
    public DeclaredValue With(params (string Name, DeclaredValue? Value)[] members) => Map([.. Names.Select(n => (n, this[n])), .. members], Origin);

    public DeclaredValue Without(string name) => Map(Names.Where(n => n != name).Select(n => (n, this[n])), Origin);

    public void WriteTo(Utf8JsonWriter json)
    {
        switch (Kind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var name in Names)
                {
                    json.WritePropertyName(name);
                    if (this[name]!.IsOpen && s_switches.Contains(name)) json.WriteNumberValue(0);
                    else this[name]!.WriteTo(json);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var element in Elements) element.WriteTo(json);
                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(Raw);
                break;
            case JsonValueKind.Number:
                json.WriteRawValue(Raw);
                break;
            case JsonValueKind.True:
            case JsonValueKind.False:
                json.WriteBooleanValue(Kind is JsonValueKind.True);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    /// <summary>As JSON.</summary>
    public override string ToString()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes)) WriteTo(json);
        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private DeclaredValue Copy(Origin? origin, IEnumerable<(string Name, DeclaredValue? Value)> members)
    {
        var copy = new DeclaredValue(Kind, origin) { Raw = Raw, Lines = Lines, IsOpen = IsOpen, Why = Why, Remedy = Remedy, Elements = Elements, Names = Names };
        foreach (var (name, value) in members) copy._members[name] = value!;
        return copy;
    }
}
