namespace Scanner.Check.Testing.Breaking;

/// <summary>What became of a rule's passing verdict when the facts behind it were broken, and when they were hidden.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Decisive">The facts that some other value of makes the rule fail.</param>
/// <param name="Unnoticed">Those of them that the rule still passes without: each would be a silent pass.</param>
/// <param name="Opposite">Facts without which the rule fails although nothing is wrong.</param>
/// <param name="Read">How many facts were read.</param>
public sealed record Breakage(string RuleId, IReadOnlyList<FactGroup> Decisive, IReadOnlyList<FactGroup> Unnoticed, IReadOnlyList<FactGroup> Opposite, int Read)
{
    /// <summary>Nothing that a scan could see makes it fail.</summary>
    public bool IsVacuous => Decisive.Count == 0;

    /// <summary>What several fixtures showed, together.</summary>
    public Breakage And(Breakage other) => new(RuleId, Union(Decisive, other.Decisive), Union(Unnoticed, other.Unnoticed), Union(Opposite, other.Opposite), Math.Max(Read, other.Read));

    private static IReadOnlyList<FactGroup> Union(IReadOnlyList<FactGroup> one, IReadOnlyList<FactGroup> other) =>
        [.. one.Concat(other).DistinctBy(g => g.ToString(), StringComparer.Ordinal).OrderBy(g => g.ToString(), StringComparer.Ordinal)];
}
