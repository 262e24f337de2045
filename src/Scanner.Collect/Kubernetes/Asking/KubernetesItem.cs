using System.Runtime.InteropServices;
using System.Text.Json;

namespace Scanner.Collect.Kubernetes;

/// <summary>What is kept of an object: its name, and copies of the places that its collector reads. The rest, such as managed fields, is forgotten.</summary>
internal sealed class KubernetesItem
{
    private readonly Dictionary<string, JsonElement?> _kept;

    private KubernetesItem(string version, JsonElement json, IEnumerable<string> paths)
    {
        (Version, Id) = (version, KubernetesObject.Of(json).Id);
        _kept = paths.Append("metadata.namespace").Append("metadata.name").ToDictionary(p => p, p => Copy(Find(json, p)), StringComparer.Ordinal);
    }

    /// <summary>The version of its API in which it was read.</summary>
    public string Version { get; }

    /// <summary><c>namespace/name</c>, or the name alone of what lies in no namespace; null where it has no name.</summary>
    public string? Id { get; }

    /// <param name="path">One of those that are kept.</param>
    public KubernetesField this[string path] => new(_kept[path], path);

    public string? Name() => this["metadata.name"].Text();

    public string Namespace() => this["metadata.namespace"].NeedText();

    /// <param name="paths">What is to be kept, e.g. <c>spec.rules</c>.</param>
    public static Func<string, JsonElement, KubernetesItem> Keeping(params IReadOnlyList<string> paths) => (version, json) => new(version, json, paths);

    /// <summary>The condition of a type in <c>status.conditions</c>; null where the object does not have it, or its controller does not know.</summary>
    public bool? Condition(string type)
    {
        var condition = this["status.conditions"].Items().FirstOrDefault(c => c["type"].Text() == type);
        return condition.IsThere ? condition["status"].NeedText() switch { "True" => true, "False" => false, _ => throw new AbsentFieldException($"condition {type}, which is Unknown") } : null;
    }

    private static JsonElement? Find(JsonElement json, string path)
    {
        foreach (var name in path.Split('.'))
            if (json.ValueKind is not JsonValueKind.Object || !json.TryGetProperty(name, out json)) return null;
        return json;
    }

    /// <summary>A part of an object would keep the whole object in memory.</summary>
    private static JsonElement? Copy(JsonElement? json) => json is { } there ? JsonElement.Parse(JsonMarshal.GetRawUtf8Value(there)) : null;
}
