using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Scanner.Model;

namespace Scanner.Check.Drift;

/// <summary>Tells references by the key of what they lead to, so that its replacement is no difference.</summary>
/// <param name="keyOf">The key of a kind's resource with an id; null where no scan saw it.</param>
internal sealed class ReferenceNames(Func<string, string, string?> keyOf)
{
    private readonly Dictionary<Type, bool> _hasReferences = [];

    /// <summary>The value of a property with keys for ids, and what it leads to that neither scan saw.</summary>
    public (JsonElement Value, IReadOnlyList<string> UnseenKinds) Named(string kind, string property, JsonElement value)
    {
        if (KindSchema.Find(kind)?.Properties.GetValueOrDefault(property) is not { } schema || !HasReferences(schema.ValueType)) return (value, []);
        var unseen = new List<string>();
        return (JsonSerializer.SerializeToElement(Named(schema.ValueType, value, unseen)), unseen);
    }

    private JsonNode? Named(Type type, JsonElement value, List<string> unseen)
    {
        if (value.ValueKind is JsonValueKind.Null) return null;
        if (Referred(type) is { } kind && value.ValueKind is JsonValueKind.String) return Name(kind, value.GetString()!, unseen);
        if (Element(type) is { } element && value.ValueKind is JsonValueKind.Array)
            return new JsonArray([.. value.EnumerateArray().Select(e => Named(element, e, unseen))]);
        if (value.ValueKind is not JsonValueKind.Object || !HasReferences(type)) return JsonNode.Parse(value.GetRawText());
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), p => p.PropertyType, StringComparer.Ordinal);
        return new JsonObject(value.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, Named(members.GetValueOrDefault(m.Name, typeof(object)), m.Value, unseen))));
    }

    private JsonValue Name(string kind, string id, List<string> unseen)
    {
        var key = keyOf(kind, id);
        if (key is null) unseen.Add(kind);
        return JsonValue.Create(key ?? id);
    }

    private bool HasReferences(Type type)
    {
        if (_hasReferences.TryGetValue(type, out var known)) return known;
        _hasReferences[type] = false; // a type that holds itself
        return _hasReferences[type] = Referred(type) is not null
            || (Element(type) is { } element ? HasReferences(element)
                : type.Namespace == typeof(Resource).Namespace && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(p => HasReferences(p.PropertyType)));
    }

    private static string? Referred(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Ref<>) ? plain.GetGenericArguments()[0].Name : null;
    }

    private static Type? Element(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Items<>) ? type.GetGenericArguments()[0] : null;
}
