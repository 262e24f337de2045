using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift;

/// <summary>Which kinds a scan listed completely, and where: what it did not list completely it may have missed.</summary>
internal sealed class Listings
{
    private readonly ILookup<(string Kind, string Scope), Coverage> _own;
    private readonly ILookup<(string Kind, string Scope), Coverage> _others;
    private readonly Dictionary<(string Kind, string Scope), LeftOutKind> _leftOut;
    private readonly HashSet<string> _scopes;
    private readonly Dictionary<(string Kind, string Scope), Gap?> _known = [];

    /// <param name="snapshot">The scan.</param>
    /// <param name="other">The one it is compared with: what that asked and this did not, this did not see.</param>
    public Listings(Snapshot snapshot, Snapshot other)
    {
        _own = snapshot.Coverage.ToLookup(c => (c.Kind, c.Scope));
        _others = other.Coverage.ToLookup(c => (c.Kind, c.Scope));
        _scopes = snapshot.Coverage.Select(c => c.Scope).ToHashSet(StringComparer.Ordinal);
        _leftOut = snapshot.Header.Scopes.SelectMany(s => s.LeftOut.Select(l => (s.Name, Kind: l))).Where(l => l.Kind.Count > 0)
            .DistinctBy(l => (l.Kind.Kind, l.Name)).ToDictionary(l => (l.Kind.Kind, l.Name), l => l.Kind);
    }

    /// <summary>The first gap in listing a kind in any of these scopes; null where all of it was listed.</summary>
    public Gap? Unlisted(string kind, IReadOnlyList<string> scopes) => scopes.Select(s => Unlisted(kind, s)).FirstOrDefault(g => g is not null);

    public Gap? Unlisted(string kind, string scope)
    {
        if (_known.TryGetValue((kind, scope), out var known)) return known;
        return _known[(kind, scope)] = Find(kind, scope);
    }

    /// <summary>Where a kind was listed, and what can matter to no cluster was not kept; null where all of it was.</summary>
    public Gap? LeftOut(string kind, IReadOnlyList<string> scopes) => scopes.Where(s => _leftOut.ContainsKey((kind, s))).Select(scope =>
        new Gap(scope, kind, kind, GapCause.NotAsked, $"{_leftOut[(kind, scope)].Count} of unrelated VPCs are not in the snapshot", new(RemedyKind.Flag, "scan again with --keep-all"))).FirstOrDefault();

    private Gap? Find(string kind, string scope)
    {
        var own = _own[(kind, scope)].ToList();
        if (own.Select(c => c.Gap).OfType<Gap>().OrderByDescending(g => g.MakesIncomplete).ThenBy(g => g.Action, StringComparer.Ordinal).FirstOrDefault() is { } gap) return gap;
        if (own.Count == 0) return NotLooked(kind, scope);
        var made = own.Select(c => c.Action).ToHashSet(StringComparer.Ordinal);
        var lacking = _others[(kind, scope)].Select(c => c.Action).Where(a => !made.Contains(a)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (lacking is not null) return Lacks(kind, scope, lacking);
        return RequiredListings.Missing(kind, scope, made, concernsEks: false);
    }

    private Gap NotLooked(string kind, string scope) => _scopes.Contains(scope)
        ? new(scope, kind, kind, GapCause.NotAsked, $"the scan did not list {kind} there", new(RemedyKind.Flag, "scan again with this version"))
        : new(scope, kind, kind, GapCause.NotAsked, $"the scan did not look at {OneLine.Of(scope)}", new(RemedyKind.Flag, $"scan {OneLine.Of(scope)} too"));

    private static Gap Lacks(string kind, string scope, string action) =>
        new(scope, kind, action, GapCause.NotAsked, $"the other scan listed {kind} with {OneLine.Of(action)} too, and this one did not", new(RemedyKind.Flag, "scan with the same version and the same targets"));
}
