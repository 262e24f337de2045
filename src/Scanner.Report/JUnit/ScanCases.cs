using Scanner.Model.Findings;

namespace Scanner.Report.JUnit;

/// <summary>Whether the scan saw what it was asked to see: verdicts on what was seen are no answer to that.</summary>
internal sealed class ScanCases(ScanReport report)
{
    private const string Group = "scan";

    public JUnitSuite Suite => new("scan", [.. JUnitCase.Distinct([Found, .. Refused, .. Undecided, .. OutOfSight, .. Notifications])]);

    private JUnitCase Found
    {
        get
        {
            const string name = "Every environment is found";
            return report is { Unlisted: { } ofFiles, Environments.Count: > 0 } && UnreadGaps.IsOfFiles(ofFiles) ? new(Group, name, JUnitResult.Skipped, "files", $"{ofFiles}", [$"{ofFiles}"])
                : report.Unlisted is { } gap ? Error(name, "unlisted", $"{(report.Environments.Count == 0 ? "none was found, and there" : "there")} may be some that could not be looked for: {gap} · what would decide: {gap.Remedy}")
                : report.Environments.Count == 0 ? Error(name, "nothing", "no Workbench installation and no Slurm cluster was found")
                : new(Group, name, JUnitResult.Passed, "", "", []);
        }
    }

    private IEnumerable<JUnitCase> Refused => RefusedCall.Of(report) is { Count: > 0 } calls
        ? calls.Select(c => Error($"{c.Action} is answered", c.Why, $"{c.Why}{(c.Scopes.Length == 0 ? "" : $" in {c.Scopes}")}{(c.Detail.Length == 0 ? "" : $": {c.Detail}")} · {c.Remedy}"))
        : [new(Group, "Every call is answered", JUnitResult.Passed, "", "", [])];

    private IEnumerable<JUnitCase> Undecided => report.Environments.Where(e => !e.IsDecided).Select(e => Error($"{e.Label} is judged", "undecided", "no rule could be decided"));

    private IEnumerable<JUnitCase> OutOfSight => report.Past.Where(p => p.Fate is PastFate.OutOfSight)
        .Select(p => Error($"{p.Finding.Rule.Id} of {p.Finding.SubjectLabel} is evaluated again", "outOfSight", p.Why));

    private IEnumerable<JUnitCase> Notifications => report.Notifications.Select(n => n.IsError ? Error(n.Rule is null ? n.Id : $"{n.Id} {n.Rule}", "notification", n.Text)
        : new JUnitCase(Group, n.Rule is null ? n.Id : $"{n.Id} {n.Rule}", JUnitResult.Skipped, "notification", n.Text, [n.Text]));

    private static JUnitCase Error(string name, string type, string message) => new(Group, name, JUnitResult.Error, type, message, [message]);
}
