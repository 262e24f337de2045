using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Cli.Init;

/// <summary>A parameter that would decide rules which are unknown without it.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Rules">How many rules rest on it.</param>
/// <param name="Candidates">Values that the scan saw; none where it saw none.</param>
internal sealed record DecisiveParameter(string Name, int Rules, IReadOnlyList<string> Candidates)
{
    private const int MostCandidates = 5;

    /// <summary>Those that a check asks for, the one that most rules rest on first.</summary>
    /// <param name="report">The check.</param>
    /// <param name="rules">How many rules there are, all of which rest on the architecture.</param>
    public static IReadOnlyList<DecisiveParameter> Of(ScanReport report, int rules)
    {
        var asked = report.Findings.Where(f => f is { Verdict: Verdict.Unknown, Gap.Remedy.Kind: RemedyKind.Parameter }).Select(f => (Name: f.Gap!.Remedy.What, f.Rule.Id)).Distinct();
        var counted = asked.GroupBy(a => a.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var undecided in report.Environments.Select(e => e.Detection.Undecided?.Remedy).Where(r => r?.Kind is RemedyKind.Parameter)) counted[undecided!.What] = rules;
        return [.. counted.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new DecisiveParameter(c.Key, c.Value, Seen(c.Key, report.Snapshot)))];
    }

    private static IReadOnlyList<string> Seen(string parameter, Snapshot snapshot) => parameter switch
    {
        "workbenchDatabase" or "accountingDatabase" => Names(snapshot, nameof(Database)),
        "entryLoadBalancers" => Names(snapshot, nameof(LoadBalancer)),
        _ => [],
    };

    private static IReadOnlyList<string> Names(Snapshot snapshot, string kind) =>
    [
        .. snapshot.Observations.Where(o => o.Kind == kind).SelectMany(o => o.Properties)
            .Where(p => p is { Name: "name", Gap: null } && p.Value.ValueKind is System.Text.Json.JsonValueKind.String).Select(p => p.Value.GetString()!)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostCandidates),
    ];
}
