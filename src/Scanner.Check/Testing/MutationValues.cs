using System.Text.Json;
using Scanner.Model;

namespace Scanner.Check.Testing;

/// <summary>Whether the values that a fixture writes are such as their properties may have. What nobody wrote has no place to mend, and is left to whoever reads it.</summary>
internal static class MutationValues
{
    /// <exception cref="MutationException">One is not.</exception>
    public static void Check(WorldMutation mutation, string kind, string resource, string property, JsonElement value)
    {
        if (!mutation.Places.TryGetValue((resource, property), out var place) || KindSchema.Find(kind) is not { } schema) return;
        if (!schema.Properties.TryGetValue(property, out var known))
            throw new MutationException($"{place}: a {kind} has no property {property}; it has {string.Join(", ", schema.Properties.Keys.Order(StringComparer.Ordinal))}");
        try
        {
            known.Parse(value);
        }
        catch (JsonException e)
        {
            throw new MutationException($"{place}: {property} of a {kind} is {Form(known.ValueType)}{(e.Path is { Length: > 1 } path ? $", and {property}{path[1..]} does not fit" : $", and not {value.GetRawText()}")}");
        }
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
        _ => $"a {type.Name}",
    };
}
