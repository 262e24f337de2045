using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Detection;

/// <summary>Finds the environments in a snapshot: one for each cluster.</summary>
internal static class EnvironmentFinder
{
    public static IReadOnlyList<Model.Environment> Find(ResourceGraph graph, Parameters parameters) =>
        [.. graph.Of<Cluster>(Scopes(graph.Snapshot)).Members.Select(m => m.Item)
            .OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => new Model.Environment(graph, c, [c.Scope], parameters))];

    /// <summary>Why some clusters may not have been found; null where all could be listed.</summary>
    public static Gap? Unlisted(ResourceGraph graph) => graph.Of<Cluster>(Scopes(graph.Snapshot)).Unlisted;

    private static IReadOnlyList<string> Scopes(Snapshot snapshot) =>
        [.. snapshot.Header.Targets.SelectMany(t => t.Scopes).Concat(snapshot.Coverage.Select(c => c.Scope)).Distinct().Order(StringComparer.Ordinal)];
}
