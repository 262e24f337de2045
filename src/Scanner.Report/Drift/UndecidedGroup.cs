using Scanner.Model.Drift;
using Scanner.Report.Text;

namespace Scanner.Report.Drift;

/// <summary>What one act would decide.</summary>
/// <param name="Remedy">The act.</param>
/// <param name="Undecided">What it would decide.</param>
internal sealed record UndecidedGroup(string Remedy, IReadOnlyList<Undecided> Undecided)
{
    /// <summary>The groups, what decides most first.</summary>
    public static IReadOnlyList<UndecidedGroup> Of(DriftReport report) => Of(report.Undecided, RemedyOf);

    /// <summary>Of what is declared: the gap of a file is no older than that of the scan.</summary>
    public static IReadOnlyList<UndecidedGroup> Of(DeclaredDrift drift) => Of(drift.Undecided, u => u.Gap.Remedy.ToString());

    private static IReadOnlyList<UndecidedGroup> Of(IReadOnlyList<Undecided> undecided, Func<Undecided, string> remedyOf) =>
    [
        .. undecided.GroupBy(remedyOf, StringComparer.Ordinal).Select(g => new UndecidedGroup(g.Key, [.. g]))
            .OrderByDescending(g => g.Undecided.Count).ThenBy(g => g.Remedy, StringComparer.Ordinal),
    ];

    /// <summary>Which kinds it is about, and what was not seen of them.</summary>
    public string Subjects(bool all) => string.Join("; ", Undecided.GroupBy(u => u.Resource.Kind, StringComparer.Ordinal).Select(g =>
        $"{g.Key}{(Properties(g) is { Count: > 0 } properties ? " " + Words.Some(properties, all ? int.MaxValue : 3) : "")}"));

    /// <summary>Why, in the words of the first of them.</summary>
    public string Why => Undecided[0].Gap.ToString();

    private static List<string> Properties(IEnumerable<Undecided> undecided) => [.. undecided.Select(u => u.Property).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What the earlier scan did not see, nobody can see any more: the next comparison needs another baseline.</summary>
    private static string RemedyOf(Undecided undecided) =>
        undecided.Current is null ? $"{undecided.Gap.Remedy}, and take a new baseline" : undecided.Gap.Remedy.ToString();
}
