namespace Scanner.Model.Snapshots;

/// <summary>What one answer said of one resource: a line of a snapshot.</summary>
public sealed record Observation(string Id, string Key, string Kind, Evidence Evidence, IReadOnlyList<Property> Properties)
{
    /// <summary>The line in the snapshot it was read from; 0 where it was observed just now.</summary>
    public int Line { get; init; }

    internal (string, Plane, string, string) Order => (Id, Evidence.Plane, Evidence.Scope, Evidence.Action);
}
