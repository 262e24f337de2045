using Scanner.Model.Snapshots;
using Scanner.Report.Text;

namespace Scanner.Report;

/// <summary>How a scan fared in one scope: its ledger, and how many of its listings answered.</summary>
/// <param name="Name">The scope.</param>
/// <param name="Ledger">What was done there; null in a snapshot that does not tell.</param>
/// <param name="Complete">Listings that answered in full.</param>
/// <param name="Refused">Listings that were denied, throttled or failed.</param>
/// <param name="NotAsked">Listings that were left out for another reason.</param>
internal sealed record ScopeSummary(string Name, ScopeLedger? Ledger, int Complete, int Refused, int NotAsked)
{
    public int LeftOut => Ledger?.LeftOut.AsEnumerable().Sum(l => l.Count) ?? 0;

    /// <summary>As a line, e.g. <c>aws/123456789012/eu-west-1  41 listings, 3 refused, 12 calls</c>.</summary>
    public override string ToString()
    {
        string[] parts =
        [
            Words.Count(Complete + Refused + NotAsked, "listing"),
            Refused > 0 ? $"{Refused} refused" : "",
            NotAsked > 0 ? $"{NotAsked} not asked" : "",
            Ledger is null ? "" : Words.Count(Ledger.Calls, "call"),
            LeftOut > 0 ? $"{LeftOut} of {LeftOut + Ledger!.Kept} resources left out as unrelated (--keep-all keeps them)" : "",
        ];
        return $"{Name}  {string.Join(", ", parts.Where(p => p.Length > 0))}";
    }

    /// <summary>Every scope of a snapshot, by name.</summary>
    public static IReadOnlyList<ScopeSummary> All(Snapshot snapshot)
    {
        // what people attest was listed nowhere
        var coverage = snapshot.Coverage.Where(c => c.Kind != nameof(Model.Attestation)).ToLookup(c => c.Scope, StringComparer.Ordinal);
        var ledgers = snapshot.Header.Scopes.AsEnumerable().ToDictionary(l => l.Name, StringComparer.Ordinal);
        return [.. coverage.Select(c => c.Key).Union(ledgers.Keys).Order(StringComparer.Ordinal).Select(name => Of(name, ledgers.GetValueOrDefault(name), [.. coverage[name]]))];
    }

    /// <summary>One call may list several kinds; it has answered when it has for all of them.</summary>
    private static ScopeSummary Of(string name, ScopeLedger? ledger, IReadOnlyList<Coverage> coverage)
    {
        var listings = coverage.GroupBy(c => c.Action, StringComparer.Ordinal).ToList();
        var refused = listings.Count(l => l.Any(c => c.Gap is { MakesIncomplete: true }));
        var complete = listings.Count(l => l.All(c => c.Gap is null));
        return new(name, ledger, complete, refused, listings.Count - complete - refused);
    }
}
