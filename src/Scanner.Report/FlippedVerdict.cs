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

    /// <summary>Every flip, by rule and subject; of several findings about one subject the worst counts.</summary>
    public static IReadOnlyList<FlippedVerdict> Between(ScanReport before, ScanReport after)
    {
        var (was, is_) = (Worst(before), Worst(after));
        return [.. was.Keys.Union(is_.Keys).Order().Select(k => new FlippedVerdict(was.GetValueOrDefault(k), is_.GetValueOrDefault(k))).Where(f => f.Before?.Verdict != f.After?.Verdict)];
    }

    private static Dictionary<(string, string, string, string), Finding> Worst(ScanReport report) => report.Environments
        .SelectMany(e => e.Findings.Select(f => (Key: (f.Rule.Id, e.Key, f.SubjectKind, f.SubjectKey), Finding: f)))
        .GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.Select(f => f.Finding).MinBy(f => Weight(f.Verdict))!);

    private static int Weight(Verdict verdict) => verdict switch { Verdict.Fail => 0, Verdict.Unknown => 1, Verdict.Pass => 2, _ => 3 };
}
