using System.Text.Json;

namespace Scanner.Collect.Kubernetes;

/// <summary>An object as the server gave it. What is there in another form than expected was not said.</summary>
internal sealed class KubernetesObject(JsonElement json)
{
    public JsonElement Json => json;

    /// <summary>What identifies it among those of its type; null where it has no name.</summary>
    public string? Id => json.ValueKind is not JsonValueKind.Object || !json.TryGetProperty("metadata", out var metadata) || Name(metadata, "name") is not { } name ? null
        : Name(metadata, "namespace") is { } space ? $"{space}/{name}" : name;

    public static KubernetesObject Of(JsonElement json) => new(json);

    /// <summary>The text at a path; null where there is none.</summary>
    public string? Text(params ReadOnlySpan<string> path)
    {
        var place = json;
        foreach (var name in path)
        {
            if (place.ValueKind is not JsonValueKind.Object) throw new AbsentFieldException(string.Join('.', path));
            if (!place.TryGetProperty(name, out place) || place.ValueKind is JsonValueKind.Null) return null;
        }
        return place.ValueKind is JsonValueKind.String ? place.GetString() : throw new AbsentFieldException(string.Join('.', path));
    }

    private static string? Name(JsonElement metadata, string key) => metadata.ValueKind is JsonValueKind.Object
        && metadata.TryGetProperty(key, out var name) && name.ValueKind is JsonValueKind.String && name.GetString() is { Length: > 0 } text ? text : null;
}
