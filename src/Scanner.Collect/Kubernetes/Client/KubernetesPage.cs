using System.Text.Json;

namespace Scanner.Collect.Kubernetes;

/// <summary>One page of a list.</summary>
/// <param name="Items">Its objects.</param>
/// <param name="Next">The token of the page that follows; null on the last one.</param>
internal sealed record KubernetesPage(IReadOnlyList<JsonElement> Items, string? Next)
{
    /// <exception cref="JsonException">It is no list.</exception>
    public static KubernetesPage Of(JsonElement list)
    {
        // a server writes null for a list without items, and says everything else in metadata
        if (list.ValueKind is not JsonValueKind.Object || !list.TryGetProperty("items", out var items) || !list.TryGetProperty("metadata", out var metadata)
            || metadata.ValueKind is not JsonValueKind.Object || items.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
            throw new JsonException("a list without items or metadata");
        var next = metadata.TryGetProperty("continue", out var token) && token.ValueKind is JsonValueKind.String ? token.GetString() : null;
        return new(items.ValueKind is JsonValueKind.Null ? [] : [.. items.EnumerateArray()], next is { Length: > 0 } ? next : null);
    }
}
