using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Scanner.Model.Snapshots;

/// <summary>
/// Reads values that need no serializer, which makes most of what a short run costs. Whatever is not plainly of the type is left to the
/// serializer, which says what is wrong with it.
/// </summary>
internal static class PlainJson
{
    private static readonly ConcurrentDictionary<Type, Func<JsonElement, object?>> s_readers = new();

    /// <summary>How values of a type are read; the reader gives null for what it leaves to the serializer.</summary>
    public static Func<JsonElement, object?> Of(Type type) => s_readers.GetOrAdd(type, Make);

    private static Func<JsonElement, object?> Make(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(string) ? Text
            : bare == typeof(bool) ? Truth
            : bare == typeof(int) ? Number
            : bare == typeof(DateTimeOffset) ? Time
            : bare == typeof(Items<string>) ? Texts
            : bare == typeof(StringMap) ? Map
            : bare.IsEnum ? new EnumNames(bare).Read
            : Referred(bare) is { } kind ? Reader(kind, nameof(References<>.One))
            : bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(Items<>) && Referred(bare.GenericTypeArguments[0]) is { } listed ? Reader(listed, nameof(References<>.All))
            : _ => null;
    }

    private static string? Text(JsonElement json) => json.ValueKind is JsonValueKind.String ? json.GetString() : null;

    private static object? Truth(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object? Number(JsonElement json) => json.ValueKind is JsonValueKind.Number && json.TryGetInt32(out var number) ? number : null;

    private static object? Time(JsonElement json) => json.ValueKind is JsonValueKind.String && json.TryGetDateTimeOffset(out var time) ? time : null;

    private static object? Texts(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Array) return null;
        var (texts, at) = (new string[json.GetArrayLength()], 0);
        foreach (var item in json.EnumerateArray())
        {
            if (Text(item) is not { } text) return null;
            texts[at++] = text;
        }
        return new Items<string>(texts);
    }

    private static object? Map(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object) return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (Text(member.Value) is not { } text) return null;
            values[member.Name] = text;
        }
        return new StringMap(values);
    }

    private static Type? Referred(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Ref<>) ? type.GenericTypeArguments[0] : null;

    private static Func<JsonElement, object?> Reader(Type kind, string method) =>
        typeof(References<>).MakeGenericType(kind).GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Func<JsonElement, object?>>();

    private sealed class EnumNames(Type type)
    {
        private readonly Dictionary<string, object> _values = Enum.GetNames(type).ToDictionary(JsonNamingPolicy.CamelCase.ConvertName, name => Enum.Parse(type, name), StringComparer.Ordinal);

        public object? Read(JsonElement json) => Text(json) is { } name && _values.TryGetValue(name, out var value) ? value : null;
    }

    private static class References<T> where T : Resource
    {
        public static object? One(JsonElement json) => Text(json) is { Length: > 0 } id ? new Ref<T>(id) : null;

        public static object? All(JsonElement json)
        {
            if (json.ValueKind is not JsonValueKind.Array) return null;
            var (all, at) = (new Ref<T>[json.GetArrayLength()], 0);
            foreach (var item in json.EnumerateArray())
            {
                if (Text(item) is not { Length: > 0 } id) return null;
                all[at++] = new(id);
            }
            return new Items<Ref<T>>(all);
        }
    }
}
