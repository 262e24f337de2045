using System.Text.Json;
using Scanner.Check.Testing.Breaking;
using Scanner.Model;

namespace Scanner.Check.Explaining;

/// <summary>One property of one resource that a judgement read, as the scan saw it.</summary>
/// <param name="Kind">E.g. <c>TargetGroup</c>.</param>
/// <param name="Resource">The resource's id.</param>
/// <param name="Property">As snapshots name it.</param>
/// <param name="Value">Its value.</param>
/// <param name="Evidence">Who said so.</param>
public sealed record SeenFact(string Kind, string Resource, string Property, JsonElement Value, Evidence Evidence)
{
    internal string Name => $"{Kind} {Resource} {Property}";

    internal FactGroup Group => new(Kind, Property, new HashSet<string>([Resource], StringComparer.Ordinal));

    internal Type ValueType => KindSchema.Find(Kind)!.Properties[Property].ValueType;
}
