using Scanner.Model;

namespace Scanner.Report;

/// <summary>Verdicts as people read them.</summary>
internal static class FindingWords
{
    public static string Of(Verdict verdict) => verdict is Verdict.NotApplicable ? "not applicable" : verdict.ToString().ToLowerInvariant();
}
