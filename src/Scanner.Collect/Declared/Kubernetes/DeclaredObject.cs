using System.Text.Json;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>An object that a manifest declares.</summary>
/// <param name="Value">All that is said of it.</param>
internal sealed record DeclaredObject(DeclaredValue Value)
{
    /// <summary>What else of a user's file decides about it, such as a value of a chart that takes something away.</summary>
    public IReadOnlyList<(string Property, Origin? Origin)> Also { get; init; } = [];

    public string ApiVersion => Value.TextAt("apiVersion")!;

    public string Kind => Value.TextAt("kind")!;

    /// <summary>Empty for the core.</summary>
    public string Group => ApiVersion.Split('/') is [var group, _] ? group : "";

    public string Version => ApiVersion.Split('/')[^1];

    /// <summary>The kind as paths have it, by the rule with which Kubernetes itself guesses it, <c>gateways</c> included.</summary>
    public string Plural => Kind.ToLowerInvariant() is var kind && kind.EndsWith('s') ? kind + "es" : kind is [.., not ('a' or 'e' or 'o'), 'y'] ? kind[..^1] + "ies" : kind + "s";

    public string? Name => Value.TextAt("metadata", "name");

    public string? Namespace => Value.TextAt("metadata", "namespace");

    /// <summary>The line that says its name, else the one that it begins at.</summary>
    public Origin? Origin => Value.At("metadata", "name")?.Origin ?? Value["kind"]?.Origin ?? Value.Origin;

    /// <summary>Whether it is an object of Kubernetes' form at all.</summary>
    public static bool Is(DeclaredValue value) => value.IsMap && value.TextAt("apiVersion") is not null && value.TextAt("kind") is not null;

    public byte[] Json()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes)) Value.WriteTo(json);
        return bytes.ToArray();
    }
}
