using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Testing;

/// <summary>Whether the values that a fixture writes are such as their properties may have. What nobody wrote has no place to mend, and is left to whoever reads it.</summary>
internal static class MutationValues
{
    /// <exception cref="MutationException">One is not.</exception>
    public static void Check(WorldMutation mutation, string kind, string resource, string property, JsonElement value)
    {
        if (!mutation.Places.TryGetValue((resource, property), out var place) || KindSchema.Find(kind) is not { } schema) return;
        if (!schema.Properties.TryGetValue(property, out var known)) throw new MutationException($"{place}: a {kind} has no property {property}; {Meant(property, schema)}");
        try
        {
            known.Parse(value);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            var wrong = e is JsonException { Path: { Length: > 1 } path } ? $"{property}{path[1..]} does not fit" : $"not {value.GetRawText()}";
            throw new MutationException($"{place}: {property} of a {kind} is {Form(known.ValueType)}, and {wrong}");
        }
    }

    private static string Meant(string property, KindSchema schema)
    {
        string[] known = [.. schema.Properties.Keys.Order(StringComparer.Ordinal)];
        return ModelNames.Near(property, known) ?? $"it has {string.Join(", ", known)}";
    }

    private static string Form(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Form(inner),
        { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))}",
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(Items<>) => $"a list, each {Form(type.GetGenericArguments()[0])}",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(double) || type == typeof(decimal) => "a number",
        _ when type == typeof(string) => "a text",
        _ when type == typeof(StringMap) => "names with texts",
        _ when type == typeof(DateTimeOffset) => "a time, such as 2026-01-31T12:00:00Z",
        _ when SnapshotJson.Options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } form => $"{{ {string.Join(", ", form.Properties.Where(p => p.Set is not null).Select(p => p.Name))} }}",
        _ => $"a {type.Name}",
    };
}
