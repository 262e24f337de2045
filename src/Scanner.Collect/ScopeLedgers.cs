using Scanner.Collect.Relevance;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect;

/// <summary>Accounts for each scope: who asked, how often, and what became of what was seen.</summary>
internal static class ScopeLedgers
{
    public static Items<ScopeLedger> Of(OpenScopes open, ApiCalls calls, Snapshot kept, IReadOnlyList<Thing> leftOut)
    {
        var resources = kept.Observations.Select(o => (o.Evidence.Scope, o.Kind, o.Id)).Distinct().ToLookup(r => r.Scope, StringComparer.Ordinal);
        var lost = leftOut.SelectMany(t => t.Scopes.Select(s => (Scope: s, t.Kind))).ToLookup(t => t.Scope, StringComparer.Ordinal);
        ScopeLedger Ledger(string name, string? identity, int asked) =>
            new(name, identity, asked, resources[name].Count(), lost[name].GroupBy(l => l.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new LeftOutKind(g.Key, g.Count())).ToItems());
        var accounts = open.Aws.Select(s => Ledger(s.Name, s.Identity, s.Entering + (s.Closed is null ? calls.In(s.Name).Count : 0)));
        var clusters = open.Clusters.Select(c => Ledger(c.Name, null, calls.In(c.Name).Count));
        return accounts.Concat(clusters).DistinctBy(l => l.Name, StringComparer.Ordinal).OrderBy(l => l.Name, StringComparer.Ordinal).ToItems();
    }
}
