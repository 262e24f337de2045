using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Check.Accepting;

/// <summary>Which verdict of now is which of the baseline: by rule and subject's key, or its id where the key could not be told as before.</summary>
internal sealed class VerdictMatches
{
    private readonly Dictionary<object, BaselineVerdict> _before = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, Finding> _now = new(ReferenceEqualityComparer.Instance);

    private VerdictMatches() { }

    public static VerdictMatches Between(IReadOnlyList<Finding> now, IReadOnlyList<BaselineVerdict> before)
    {
        var matches = new VerdictMatches();
        var groups = before.ToLookup(b => Name(b.Finding));
        foreach (var alike in now.GroupBy(Name)) matches.Pair([.. alike], [.. groups[alike.Key]]);
        var ids = before.Where(b => !matches._now.ContainsKey(b)).ToLookup(b => Identity(b.Finding));
        foreach (var finding in now.Where(f => !matches._before.ContainsKey(f)))
            if (ids[Identity(finding)].FirstOrDefault(b => !matches._now.ContainsKey(b)) is { } same) matches.Add(finding, same);
        return matches;
    }

    public BaselineVerdict? Of(Finding now) => _before.GetValueOrDefault(now);

    public Finding? Of(BaselineVerdict before) => _now.GetValueOrDefault(before);

    /// <summary>Several subjects share a key where each replaces another: failures that rest on the same are the same, then failures, then verdicts that are alike, then any.</summary>
    private void Pair(List<Finding> now, List<BaselineVerdict> before)
    {
        Pair(now, before, (f, b) => f.Verdict == b.Verdict && f.Facts?.Hash == b.FactsHash && f.SubjectId == b.Finding.SubjectId);
        Pair(now, before, (f, b) => f.Verdict == b.Verdict && f.Facts?.Hash == b.FactsHash);
        Pair(now, before, (f, b) => f.Verdict == b.Verdict);
        Pair(now, before, (f, b) => f.Verdict is Verdict.Unknown);
        Pair(now, before, (f, b) => f.SubjectId == b.Finding.SubjectId);
        Pair(now, before, (_, _) => true);
    }

    private void Pair(List<Finding> now, List<BaselineVerdict> before, Func<Finding, BaselineVerdict, bool> isSame)
    {
        foreach (var finding in now.ToList())
        {
            if (before.Find(b => isSame(finding, b)) is not { } same) continue;
            Add(finding, same);
            now.Remove(finding);
            before.Remove(same);
        }
    }

    private void Add(Finding now, BaselineVerdict before)
    {
        _before.Add(now, before);
        _now.Add(before, now);
    }

    private static (string, string, string) Name(Finding finding) => (finding.Rule.Id, finding.SubjectKind, finding.SubjectKey);

    private static (string, string, string) Identity(Finding finding) => (finding.Rule.Id, finding.SubjectKind, finding.SubjectId);
}
