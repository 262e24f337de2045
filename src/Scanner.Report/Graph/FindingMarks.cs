using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Graph;

/// <summary>Marks what a failing rule is about: its subject, what is related to it, and what its message names.</summary>
internal static class FindingMarks
{
    private const int Telling = 4;

    public static IReadOnlyList<Box> On(IReadOnlyList<Box> boxes, IReadOnlyList<Finding> findings)
    {
        var failures = findings.Where(f => f.Verdict is Verdict.Fail).ToList();
        return [.. boxes.Select(b => b with { Failing = [.. failures.Where(f => b.Members.Any(m => IsAbout(f, m))).Select(f => f.Rule.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] })];
    }

    private static bool IsAbout(Finding finding, ISubject member) => finding.SubjectId == member.Id || finding.Related.Any(r => r.Id == member.Id)
        || finding.Message?.Arguments.Any(a => Names(a, member.Id) || Names(a, member.Label)) is true;

    /// <summary>As a word of its own: <c>pwb</c> is not named by <c>pwb-metadata</c>.</summary>
    private static bool Names(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); name.Length >= Telling && at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !IsPart(text[at - 1])) && (at + name.Length == text.Length || !IsPart(text[at + name.Length]))) return true;
        return false;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/';
}
