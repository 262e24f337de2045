using System.Text.Json;
using Scanner.Model;

namespace Scanner.Check.Testing;

/// <summary>A small named change of a green world, after which a rule must give another verdict.</summary>
public sealed record WorldMutation
{
    /// <summary>New values: resource (id, key or name), property, value.</summary>
    public IReadOnlyList<(string Resource, string Property, JsonElement Value)> Set { get; init; } = [];

    /// <summary>What the user's files say instead, while what runs stays: resource (id, key or name), property, value.</summary>
    public IReadOnlyList<(string Resource, string Property, JsonElement Value)> Declare { get; init; } = [];

    /// <summary>Where somebody wrote a value, as file:line:column, by the resource (of an addition: its id) and property.</summary>
    public IReadOnlyDictionary<(string Resource, string Property), string> Places { get; init; } = new Dictionary<(string, string), string>();

    /// <summary>Resources (id, key or name) that are not there.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>Resources that are there besides: kind, id, and properties.</summary>
    public IReadOnlyList<(string Kind, string Id, IReadOnlyList<(string Property, JsonElement Value)> Properties)> Add { get; init; } = [];

    /// <summary>API actions that the caller may not call.</summary>
    public IReadOnlyList<string> Deny { get; init; } = [];

    /// <summary>Parameters of the world's that nobody sets.</summary>
    public IReadOnlyList<string> Unset { get; init; } = [];

    /// <summary>What the user says.</summary>
    public StringMap Parameters { get; init; } = StringMap.Empty;
}
