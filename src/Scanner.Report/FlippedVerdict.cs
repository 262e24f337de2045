using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report;

/// <summary>A verdict that differs between what is and what a change would make.</summary>
/// <param name="Before">What it is; null of a subject that the change brings.</param>
/// <param name="After">What it would be; null of a subject that the change takes away.</param>
public sealed record FlippedVerdict(Finding? Before, Finding? After)
{
    /// <summary>Whether a whole environment is no longer judged: what it is cannot be told from the change.</summary>
    public bool IsOutOfSight => After is null && Before is { SubjectKind: nameof(Model.Environment), Verdict: Verdict.Pass or Verdict.Fail };

    private Finding Either => After ?? Before!;

    public string Rule => Either.Rule.Id;

    public string Title => Either.Rule.Rule.Title;

    public string Subject => Either.SubjectLabel;

    /// <summary>
    /// Every flip, by rule and subject; of several findings about one subject the worst counts. A subject that comes and passes, or that the
    /// rule does not concern, flips nothing; a failure does where a waiver no longer covers it.
    /// </summary>
    public static IReadOnlyList<FlippedVerdict> Between(ScanReport before, ScanReport after)
    {
        var (was, is_) = (Worst(before), Worst(after));
        return [.. was.Keys.Union(is_.Keys).Order().Select(k => new FlippedVerdict(was.GetValueOrDefault(k), is_.GetValueOrDefault(k))).Where(f => f.IsFlip)];
    }

    private bool IsFlip => Before is null ? After is { Verdict: Verdict.Fail or Verdict.Unknown }
        : After is null ? Before.Verdict is not Verdict.NotApplicable
        : Before.Verdict != After.Verdict || Before.Fails != After.Fails;

    private static Dictionary<(string, string, string, string), Finding> Worst(ScanReport report) => report.Environments
        .SelectMany(e => e.Findings.Select(f => (Key: (f.Rule.Id, e.Key, f.SubjectKind, f.SubjectKey), Finding: f)))
        .GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.Select(f => f.Finding).MinBy(Weight)!);

    private static int Weight(Finding finding) => finding.Fails ? 0 : finding.Verdict switch { Verdict.Unknown => 1, Verdict.Fail => 2, Verdict.Pass => 3, _ => 4 };
}
