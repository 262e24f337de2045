using System.Text.Json;

namespace Scanner.Collect.Kubernetes;

/// <summary>The API groups that a server has, with their versions. Every authenticated user may read this, so that it tells what is absent from what is forbidden.</summary>
internal sealed class ApiGroups
{
    private readonly Dictionary<string, IReadOnlyList<string>> _versions;

    private ApiGroups(Dictionary<string, IReadOnlyList<string>> versions) => _versions = versions;

    /// <param name="core">The answer of <c>/api</c>.</param>
    /// <param name="groups">The answer of <c>/apis</c>.</param>
    /// <exception cref="JsonException">One of them is something else.</exception>
    public static ApiGroups Of(JsonElement core, JsonElement groups)
    {
        var versions = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var group in List(groups, "groups")) versions[Text(group, "name")] = [.. List(group, "versions").Select(v => Text(v, "version"))];
        versions[""] = [.. List(core, "versions").Select(v => v.ValueKind is JsonValueKind.String ? v.GetString()! : throw new JsonException("a version without a name"))];
        return new(versions);
    }

    /// <summary>The versions of a group, the server's favourite first; none where the group is absent.</summary>
    public IReadOnlyList<string> Served(string group) => _versions.TryGetValue(group, out var served) ? served : [];

    /// <summary>The names of a version's resources.</summary>
    public static IReadOnlySet<string> Resources(JsonElement list) => List(list, "resources").Select(r => Text(r, "name")).ToHashSet(StringComparer.Ordinal);

    private static JsonElement.ArrayEnumerator List(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array
            ? list.EnumerateArray() : throw new JsonException($"no list of {name}");

    private static string Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()! : throw new JsonException($"no {name}");
}
