using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Report.Drift;

/// <summary>One thing that is otherwise than declared, of one resource or of several for the same reason.</summary>
/// <param name="Conflicts">Those at one line that say the same.</param>
internal sealed record ConflictLine(IReadOnlyList<Conflict> Conflicts)
{
    private const int MostResources = 3;

    private Conflict First => Conflicts[0];

    /// <summary>The declaring line.</summary>
    public SourceLocation? Place => First.Place;

    /// <summary>Who saw what is there, and when; null where it is not.</summary>
    public string? Source => First.Live is { } live ? DriftWords.Source(live) : null;

    /// <summary>Who else decides it.</summary>
    public string? Owner => First.Owner;

    /// <summary>In the order of their places; what no file of the user's declares comes last.</summary>
    public static IReadOnlyList<ConflictLine> Of(IEnumerable<Conflict> conflicts) =>
    [
        .. conflicts.GroupBy(c => (c.Place, c.Path, Difference(c, whole: true), c.Owner, Kind: c.Place is null ? c.Resource.Kind : null)).Select(g => new ConflictLine([.. g]))
            .OrderBy(l => l.Place is null).ThenBy(l => l.Place?.File, StringComparer.Ordinal).ThenBy(l => l.Place?.Line).ThenBy(l => l.Place?.Column)
            .ThenBy(l => l.First.Resource, ResourceName.Order).ThenBy(l => l.First.Path, StringComparer.Ordinal),
    ];

    /// <summary>Of which resources what is otherwise.</summary>
    public string Text(bool whole)
    {
        var keys = Report.Text.Words.Some([.. Conflicts.Select(c => c.Resource.Key).Distinct(StringComparer.Ordinal)], whole ? int.MaxValue : MostResources);
        return First.Live is null ? $"{keys}: {Difference(First, whole)}" : $"{keys} {First.Path}: {Difference(First, whole)}";
    }

    public static string Difference(Conflict conflict, bool whole) => conflict.Live is not { } live ? "declared, and not there"
        : conflict.Declared.Values.Count == 0 ? $"not declared, and there: {DriftWords.Values(live, whole)}"
        : $"declared {DriftWords.Values(conflict.Declared, whole)}, and there {DriftWords.Values(live, whole)}";
}
