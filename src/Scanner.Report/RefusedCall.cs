using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report;

/// <summary>A call that was not answered, wherever it was made: it makes a scan incomplete.</summary>
/// <param name="Action">What was asked.</param>
/// <param name="Cause">Why there was no answer.</param>
/// <param name="Remedy">What would bring one.</param>
/// <param name="Gaps">Each time, in the order of the report.</param>
internal sealed record RefusedCall(string Action, GapCause Cause, string Remedy, IReadOnlyList<Gap> Gaps)
{
    private const int MostScopes = 3;

    /// <summary>Why, in a word.</summary>
    public string Why => Cause.ToString().ToLowerInvariant();

    /// <summary>The service's own words; empty where it had none.</summary>
    public string Detail => Gaps[0].Detail;

    /// <summary>Where; empty where the call has no place.</summary>
    public string Scopes => Words.Some([.. Gaps.Select(g => g.Scope).Where(s => s.Length > 0).Distinct()], MostScopes);

    public static IReadOnlyList<RefusedCall> Of(ScanReport report) =>
        [.. report.Refused.GroupBy(g => (g.Action, g.Cause, Remedy: g.Remedy.ToString())).Select(g => new RefusedCall(g.Key.Action, g.Key.Cause, g.Key.Remedy, [.. g]))];
}
