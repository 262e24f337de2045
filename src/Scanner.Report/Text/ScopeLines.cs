using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>One line for each account and region, and each cluster, where there are several, or where one was not seen in full.</summary>
internal sealed class ScopeLines(TextCanvas canvas)
{
    public void Write(ScanReport report)
    {
        var scopes = ScopeSummary.All(report.Snapshot);
        if (scopes.Count > 1 || scopes.Any(s => s.Refused + s.LeftOut > 0))
            foreach (var scope in scopes) canvas.Line(scope.ToString(), Ink.Faint);
    }
}
