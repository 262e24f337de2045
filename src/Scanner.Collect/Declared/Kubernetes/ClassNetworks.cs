using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>The subnets and security groups that Karpenter would find by a changed node class, among those that a scan saw.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="coverage">Which listings it made.</param>
/// <param name="changes">What the change makes another.</param>
internal sealed class ClassNetworks(SeenFacts seen, IReadOnlyList<Coverage> coverage, Alterations changes)
{
    private static readonly (string Terms, string Found, string Kind)[] s_all =
        [("subnetTerms", "subnets", nameof(Subnet)), ("securityGroupTerms", "securityGroups", nameof(SecurityGroup))];

    /// <summary>What each changed class finds then.</summary>
    public IEnumerable<Observation> After() =>
        from sort in s_all
        from change in changes.Of(nameof(NodeClass), sort.Terms)
        select SeenFacts.Property(change.Said, sort.Terms) is { Gap: null } terms && Found(terms.Value, sort.Kind) is { } found
            ? Alterations.Known(change.Said, change.Twin, sort.Found, found)
            : Alterations.Opened(change.Said, change.Twin with { Properties = [new(sort.Found, default, null)] }, _ => true,
                $"which {sort.Found} it finds by its new terms is known once it is deployed", "deploy, then check the live cluster: --eks NAME");

    /// <summary>The ids of all that some term finds; null where one of those seen, or one that was not, may be among them.</summary>
    private IReadOnlyList<string>? Found(JsonElement terms, string kind)
    {
        var all = seen.Of(kind).Where(o => !ScopeName.IsDeclared(o.Evidence.Scope)).DistinctBy(o => o.Id).ToList();
        if (coverage.Where(c => c.Kind == kind).ToList() is not { Count: > 0 } listed || listed.Exists(c => c.Gap is not null)) return null;
        var wanted = terms.Deserialize<List<SelectorTerm>>(SnapshotJson.Options)!;
        var judged = all.Select(o => (o.Id, Is: wanted.Exists(t => Holds(t, o) is true) ? true : wanted.Exists(t => Holds(t, o) is null) ? null : (bool?)false)).ToList();
        return judged.Exists(j => j.Is is null) || judged.TrueForAll(j => j.Is is false) ? null : [.. judged.Where(j => j.Is is true).Select(j => j.Id).Order(StringComparer.Ordinal)];
    }

    private bool? Holds(SelectorTerm term, Observation of)
    {
        foreach (var (name, wanted) in term.Fields.Entries)
        {
            var have = name == "id" ? of.Id : name == "name" ? seen.Value(of.Kind, of.Id, "name")?.ToString() : null;
            if (have is null) return null;
            if (have != wanted) return false;
        }
        if (term.Tags.Count == 0) return true;
        if (seen.Value(of.Kind, of.Id, "tags") is not { ValueKind: JsonValueKind.Object } tags) return null;
        return term.Tags.Entries.All(t => tags.TryGetProperty(t.Key, out var have) && (t.Value == "*" || have.GetString() == t.Value));
    }
}
