using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>What stood in the scan's way: one line for each call that was not answered, and what the tool itself got wrong.</summary>
internal sealed class HindranceLines(TextCanvas canvas, ReportOptions options)
{
    private const int Most = 10;

    public void Write(ScanReport report)
    {
        WriteRefused(report);
        if (report is { Unlisted: { } unlisted, Environments.Count: > 0 })
            canvas.Line("There may be more environments", Ink.Doubtful, $": {unlisted} · what would decide: {unlisted.Remedy}");
        foreach (var notification in report.Notifications.Take(Shown))
        {
            var (mark, ink) = notification.IsError ? ("✗", Ink.Bad) : ("!", Ink.Doubtful);
            canvas.Line($"{mark} {notification.Id,-8} ", ink, notification.Text);
        }
        if (report.Notifications.Count > Shown)
            canvas.Line($"  and {report.Notifications.Count - Shown} more (--verbose shows them)", Ink.Faint);
    }

    private int Shown => options.Verbose ? int.MaxValue : Most;

    private void WriteRefused(ScanReport report)
    {
        var calls = RefusedCall.Of(report);
        if (calls.Count == 0) return;
        canvas.Line("NOT ANSWERED", Ink.Doubtful, ", so the scan is incomplete");
        foreach (var call in calls.Take(Shown))
            canvas.Line($"  {call.Action}  {call.Why}{(call.Scopes.Length == 0 ? "" : $" in {call.Scopes}")}{(call.Detail.Length == 0 ? "" : $": {call.Detail}")} · {call.Remedy}", indent: 4);
        if (calls.Count > Shown) canvas.Line($"  and {calls.Count - Shown} more (--verbose shows them)", Ink.Faint);
    }
}
