using System.Text.Json;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift.Declared;

/// <summary>An attribute that an object of a cluster asks of what a controller makes for it.</summary>
/// <param name="Said">The object, as a file declares it.</param>
/// <param name="Place">Where it stands there; empty where the object as a whole says it.</param>
/// <param name="Property">What it is a property of the thing.</param>
/// <param name="Value">What it is to be.</param>
/// <param name="Seen">All that was seen of the thing.</param>
internal sealed record AskedAttribute(Observation Said, IReadOnlyList<PathStep> Place, string Property, JsonElement Value, IReadOnlyList<Observation> Seen)
{
    public ResourceName Name => new(Seen[0].Kind, Seen[0].Evidence.Scope, Seen[0].Key);
}
