namespace Scanner.Check.Testing.Breaking;

/// <summary>One property of one kind, of all resources that a judgement read it of.</summary>
/// <param name="Kind">E.g. <c>TargetGroup</c>.</param>
/// <param name="Property">E.g. <c>isStickinessEnabled</c>.</param>
/// <param name="Ids">The resources.</param>
public sealed record FactGroup(string Kind, string Property, IReadOnlySet<string> Ids)
{
    public override string ToString() => $"{Kind}.{Property}";
}
