using System.Globalization;
using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>One line for each account and region, and each cluster, where there are several, or where one was not seen in full.</summary>
internal sealed class ScopeLines(TextCanvas canvas)
{
    public void Write(ScanReport report)
    {
        var scopes = ScopeSummary.All(report.Snapshot);
        if (scopes.Count > 1 || scopes.Any(s => s.Refused + s.LeftOut > 0))
            foreach (var scope in scopes) canvas.Line($"{scope.Name}  {Told(scope)}", Ink.Faint);
    }

    private static string Told(ScopeSummary scope)
    {
        var listings = Words.Count(scope.Complete + scope.Refused + scope.NotAsked, "listing");
        string[] rest =
        [
            scope.Refused > 0 ? $"{scope.Refused} refused" : "",
            scope.NotAsked > 0 ? $"{scope.NotAsked} not asked" : "",
            scope.Ledger is { } ledger ? Words.Count(ledger.Calls, "call") : "",
            scope.LeftOut > 0 ? string.Create(CultureInfo.InvariantCulture, $"{scope.LeftOut} of {scope.LeftOut + scope.Ledger!.Kept} resources left out as unrelated (--keep-all keeps them)") : "",
        ];
        return string.Join(", ", rest.Where(r => r.Length > 0).Prepend(listings));
    }
}
