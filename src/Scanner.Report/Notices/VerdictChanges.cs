using Scanner.Model.Findings;

namespace Scanner.Report.Notices;

/// <summary>What is otherwise than it was in an earlier check, as far as somebody should hear of it.</summary>
/// <param name="New">Failures that it did not have, and that nobody accepts.</param>
/// <param name="Fixed">Failures of it that are none any more.</param>
/// <param name="Lost">Failures of it that this check should have seen, and could not: they may be there still.</param>
public sealed record VerdictChanges(IReadOnlyList<Finding> New, IReadOnlyList<PastFailure> Fixed, IReadOnlyList<PastFailure> Lost)
{
    public bool Any => New.Count + Fixed.Count + Lost.Count > 0;

    /// <summary>In a few words, e.g. <c>2 new failures, 1 fixed</c>.</summary>
    public string Summary => string.Join(", ", new[]
    {
        New.Count == 0 ? null : $"{New.Count} new {(New.Count == 1 ? "failure" : "failures")}", Fixed.Count == 0 ? null : $"{Fixed.Count} fixed", Lost.Count == 0 ? null : $"{Lost.Count} no longer seen",
    }.OfType<string>());

    /// <summary>Of a report that was compared to the earlier check.</summary>
    public static VerdictChanges Of(ScanReport compared)
    {
        var past = compared.Past.OrderBy(p => p.Finding.Rule.Id, StringComparer.Ordinal).ThenBy(p => p.Finding.SubjectKey, StringComparer.Ordinal).ThenBy(p => p.Fingerprint, StringComparer.Ordinal).ToList();
        return new([.. compared.Findings.Where(f => f.Fails && f.Standing?.State is BaselineState.New).OrderBy(f => f.Rule.Id, StringComparer.Ordinal).ThenBy(f => f.SubjectKey, StringComparer.Ordinal)],
            past.FindAll(p => p.IsFixed), past.FindAll(p => p.Fate is PastFate.OutOfSight));
    }
}
