using System.Text.Json;
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
        "workbenchDatabase" => Names(snapshot, nameof(Database), o => Is(o, "engine", "postgres") && !Is(o, "form", "member")),
        "accountingDatabase" => Names(snapshot, nameof(Database), o => (Is(o, "engine", "mySql") || Is(o, "engine", "mariaDb")) && !Is(o, "form", "member")),
        "entryLoadBalancers" => Names(snapshot, nameof(LoadBalancer), _ => true),
        _ => [],
    };

    private static IReadOnlyList<string> Names(Snapshot snapshot, string kind, Func<Observation, bool> fits) =>
        [.. snapshot.Observations.Where(o => o.Kind == kind && fits(o)).Select(o => Text(o, "name")).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostCandidates)];

    private static bool Is(Observation observation, string property, string value) => Text(observation, property) == value;

    private static string? Text(Observation observation, string property) =>
        observation.Properties.FirstOrDefault(p => p.Name == property) is { Gap: null, Value: { ValueKind: JsonValueKind.String } text } ? text.GetString() : null;
}
