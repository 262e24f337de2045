using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>The failures, by cause and rule: each subject with what was observed, where it is declared, and what to do.</summary>
internal sealed class FailureLines(TextCanvas canvas, ReportOptions options)
{
    private const int Indent = 11;
    private const int MostSubjects = 5;
    private const int MostRules = 8;
    private const int MostChanges = 4;

    public void Write(EnvironmentReport environment)
    {
        foreach (var group in FailureGroup.Of(environment, options.Notes))
        {
            if (group.Cause is { } cause) Write(cause, group.Findings);
            foreach (var rule in group.Rules) Write(rule, environment);
        }
    }

    private void Write(Cause cause, IReadOnlyList<Finding> section)
    {
        var rules = section.Select(f => f.Rule.Id).Distinct().ToList();
        canvas.Line($"ONE CAUSE of {section.Count} failures", Ink.Strong, $" ({Words.Some(rules, MostRules)}): {cause}");
    }

    private void Write(IReadOnlyList<Finding> findings, EnvironmentReport environment)
    {
        var (mark, ink) = Mark(findings[0].Severity);
        canvas.Line($"{mark} {findings[0].Rule.Id,-8} ", ink, findings[0].Rule.Rule.Title, Ink.Strong);
        var shown = findings.Take(options.Verbose ? findings.Count : MostSubjects).ToList();
        foreach (var alike in shown.GroupBy(f => f.Fix))
        {
            foreach (var finding in alike) Write(finding, environment);
            canvas.Line($"{Margin}fix: {alike.Key}", indent: Indent + 5);
        }
        if (shown.Count < findings.Count)
            canvas.Line($"{Margin}and {findings.Count - shown.Count} more (--verbose shows them)", Ink.Faint, Indent);
    }

    private void Write(Finding finding, EnvironmentReport environment)
    {
        canvas.Line($"{Margin}{Standing(finding)}{Said(finding, environment)}", Words.Place(finding.Location), Indent);
        if (finding.Location is { Snippet.Length: > 0 } place) canvas.Line($"{Margin}  {place.Line} | {place.Snippet}", Ink.Faint, Indent + 4);
        if (finding.Standing is { Changed.Count: > 0 } standing) canvas.Line($"{Margin}  since the baseline: {Words.Some(standing.Changed, options.Verbose ? int.MaxValue : MostChanges)}", Ink.Faint, Indent + 4);
        foreach (var hop in Hops(finding)) canvas.Line($"{Margin}  {Answer(hop)} {hop.Element}: {hop.Text}", Ink.Faint, Indent + 4);
    }

    /// <summary>What is wrong, with the subject before it: the head line names the environment already, and many a message begins with its subject.</summary>
    public static string Said(Finding finding, EnvironmentReport environment) => finding.SubjectId == environment.Id || finding.Message?.ToString().StartsWith(finding.SubjectLabel, StringComparison.Ordinal) == true
        ? $"{finding.Message}" : $"{finding.SubjectLabel}: {finding.Message}";

    /// <summary>What the baseline does not have; nothing of what it has.</summary>
    private static string Standing(Finding finding) => finding.Standing switch
    {
        { State: BaselineState.New, Before: Verdict.Unknown } => "new, for it could not be told before: ",
        { State: BaselineState.New } => "new: ",
        _ => "",
    };

    /// <summary>The whole path where asked for, else the first element that does not let the traffic through, unless the message names it.</summary>
    private IEnumerable<NetworkHop> Hops(Finding finding) => finding.Path is not { } path ? []
        : options.Verbose ? path.Hops
        : path.Hops.AsEnumerable().Where(h => h.Admits is not true).Take(1).Where(h => finding.Message?.ToString().Contains(h.Text, StringComparison.Ordinal) != true);

    private static string Answer(NetworkHop hop) =>
        hop.Admits switch { true => "admitted by", false => "stopped at", null => "cannot be told at" };

    private static (string Mark, Ink Ink) Mark(Severity severity) => severity switch
    {
        Severity.Error => ("✗", Ink.Bad),
        Severity.Warning => ("!", Ink.Doubtful),
        _ => ("i", Ink.Plain),
    };

    private static string Margin => new(' ', Indent);
}
