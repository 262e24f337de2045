using Scanner.Model.Snapshots;

namespace Scanner.Model;

/// <summary>What one plane says of a resource, by property.</summary>
internal sealed record PlaneSaid(Plane Plane, ILookup<string, (Observation Observation, Property Property)> All);
