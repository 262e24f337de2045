namespace Scanner.Model.Snapshots;

/// <summary>Everything a scan saw, and everything it could not see.</summary>
public sealed record Snapshot(Header Header, IReadOnlyList<Observation> Observations, IReadOnlyList<Coverage> Coverage)
{
    /// <summary>The file it was read from; empty where it was collected just now.</summary>
    public string File { get; init; } = "";

    /// <summary>Every distinct gap, in the order of scope, kind and action.</summary>
    public IReadOnlyList<Gap> Gaps =>
    [
        .. Observations.SelectMany(o => o.Properties).Select(p => p.Gap).Concat(Coverage.Select(c => c.Gap)).OfType<Gap>().Distinct()
            .OrderBy(g => g.Scope, StringComparer.Ordinal).ThenBy(g => g.Kind, StringComparer.Ordinal).ThenBy(g => g.Action, StringComparer.Ordinal)
            .ThenBy(g => g.Cause).ThenBy(g => g.Detail, StringComparer.Ordinal).ThenBy(g => g.Remedy.ToString(), StringComparer.Ordinal),
    ];
}
