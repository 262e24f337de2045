using System.Text.RegularExpressions;
using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report;

/// <summary>What one act would decide.</summary>
/// <param name="Remedy">The act.</param>
/// <param name="Findings">What it would decide, in the order of the report.</param>
/// <param name="Rules">The ids of their rules, each once, sorted.</param>
internal sealed partial record UnknownGroup(string Remedy, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Rules)
{
    /// <summary>What was not seen, as far as the remedy does not say it.</summary>
    public IReadOnlyList<string> Missing => [.. Findings.Select(f => f.Gap?.Action).OfType<string>().Where(a => !Remedy.Contains(a, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The groups, what decides the most rules first.</summary>
    public static IReadOnlyList<UnknownGroup> Of(EnvironmentReport environment) =>
    [
        .. environment.Findings.Where(f => f.Verdict is Verdict.Unknown).GroupBy(Group).Select(g => new UnknownGroup(RemedyOf([.. g]), [.. g], RulesOf(g)))
            .OrderByDescending(g => g.Rules.Count).ThenBy(g => g.Remedy, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<string> RulesOf(IEnumerable<Finding> findings) =>
        [.. findings.Select(f => f.Rule.Id).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>All parameters are one remedy, for they are set in one place; and so are flags, however the sentence about them goes.</summary>
    private static string Group(Finding finding) => finding.Gap?.Remedy switch
    {
        null => "",
        { Kind: RemedyKind.Parameter, What: not "architecture" } => "parameter",
        { Kind: RemedyKind.Flag } remedy when Flag.Matches(remedy.What) is { Count: > 0 } flags => string.Join(" ", flags.Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)),
        var remedy => remedy.ToString(),
    };

    [GeneratedRegex("--[a-z][a-z-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Flag { get; }

    private static string RemedyOf(List<Finding> findings)
    {
        if (findings[0].Gap?.Remedy is not { } remedy) return "nothing is known that would decide it";
        var names = findings.Select(f => f.Gap!.Remedy.What).Distinct().Order(StringComparer.Ordinal).ToList();
        return names.Count == 1 || remedy.Kind is not RemedyKind.Parameter
            ? findings.GroupBy(f => f.Gap!.Remedy.ToString(), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key
            : $"--param, or parameters in scanner.yaml: {string.Join(", ", names)}";
    }
}
