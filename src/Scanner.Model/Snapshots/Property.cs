using System.Text.Json;

namespace Scanner.Model.Snapshots;

/// <summary>A property of an observation: its value as JSON, or the gap in its place.</summary>
public readonly record struct Property(string Name, JsonElement Value, Gap? Gap);
