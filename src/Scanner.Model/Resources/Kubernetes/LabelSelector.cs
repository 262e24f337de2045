namespace Scanner.Model;

/// <summary>Which objects are meant, by their labels.</summary>
/// <param name="MatchLabels">All of these.</param>
/// <param name="MatchExpressions">And all of these.</param>
public sealed record LabelSelector(StringMap MatchLabels, Items<LabelRequirement> MatchExpressions)
{
    /// <summary>Whether it means an object with these labels; one without any condition means all.</summary>
    public bool Matches(StringMap labels) =>
        MatchLabels.Entries.All(l => labels[l.Key] == l.Value) && MatchExpressions.AsEnumerable().All(e => e.Holds(labels));

    public override string ToString() => MatchLabels.Count == 0 && MatchExpressions.IsEmpty ? "everything"
        : string.Join(", ", MatchLabels.Entries.Select(l => $"{l.Key}={l.Value}").Concat(MatchExpressions.AsEnumerable().Select(e => e.ToString())));
}
