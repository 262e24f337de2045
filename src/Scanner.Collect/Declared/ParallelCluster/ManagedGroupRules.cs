using System.Text.Json;
using System.Text.RegularExpressions;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.ParallelCluster;

/// <summary>The rules of ParallelCluster's own security groups under a change that gives nodes other groups: it writes them anew then, each version in its own way.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="declared">What the changed files say.</param>
/// <param name="twins">Which of the one is which of the other.</param>
/// <param name="nodes">What becomes of the groups of nodes.</param>
internal sealed class ManagedGroupRules(Snapshot seen, Snapshot declared, Twins twins, MovedNodes nodes)
{
    private const string Clusters = "parallelcluster/";

    /// <summary>That these rules are not known.</summary>
    public IEnumerable<Observation> Open() => declared.Observations.Where(IsMoved).GroupBy(ClusterOf, StringComparer.Ordinal).SelectMany(g => Open(g.Key, g.First()));

    private IEnumerable<Observation> Open(string cluster, Observation moved) =>
        from id in Managed(cluster).Except(Named(cluster)).Order(StringComparer.Ordinal)
        let own = seen.Observations.FirstOrDefault(o => o.Kind == nameof(SecurityGroup) && o.Id == id)
        where own is not null
        let evidence = moved.Evidence with { Plane = Plane.Preview, Scope = own.Evidence.Scope }
        select new Observation(own.Id, own.Key, own.Kind, evidence, [new("ingress", default, Gap(own, evidence))]);

    private static Gap Gap(Observation group, Evidence evidence) => new(evidence.Scope, group.Kind, evidence.Action, GapCause.NotAsked,
        OneLine.Of($"{evidence.Locator}: nodes get other security groups, and whom ParallelCluster then lets into its own {group.Id} is known after the update"),
        new(RemedyKind.Flag, "update the cluster, then check the live account: --aws-region REGION"));

    /// <summary>Whether a node group gets other security groups than it has.</summary>
    private bool IsMoved(Observation o)
    {
        if (nodes.TakesOwnAway(o)) return true;
        if (o.Kind != nameof(NodeGroup) || !o.Key.StartsWith(Clusters, StringComparison.Ordinal) || Groups(o, "securityGroups") is not { } said) return false;
        return twins.Of(o) is not { } twin || !seen.Observations.Where(s => s.Id == twin.Id && s.Kind == o.Kind).Select(s => Groups(s, "securityGroups")).Any(s => s?.SetEquals(said) == true);
    }

    /// <summary>By the names that CloudFormation makes, and as those of storage that the cluster made.</summary>
    private IEnumerable<string> Managed(string cluster)
    {
        var name = new Regex($"^{Regex.Escape(cluster)}-(?!.*LoadBalancer)[A-Za-z0-9]*SecurityGroup-[A-Z0-9]+$", RegexOptions.CultureInvariant);
        var own = seen.Observations.Where(o => o.Kind == nameof(SecurityGroup) && Text(o, "name") is { } text && name.IsMatch(text)).Select(o => o.Id);
        var ofStorage = seen.Observations.Where(o => o.Kind == nameof(FileSystem) && o.Key.StartsWith($"cloudformation/{cluster}/", StringComparison.Ordinal)).SelectMany(o => Groups(o, "securityGroups") ?? []);
        return own.Concat(ofStorage).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Whatever a file names is the user's own, and nobody else writes its rules.</summary>
    private IEnumerable<string> Named(string cluster) => declared.Observations.Where(o => o.Kind == nameof(NodeGroup) && ClusterOf(o) == cluster)
        .SelectMany(o => (Groups(o, "securityGroups") ?? []).Concat(Groups(o, "additionalSecurityGroups") ?? []));

    private static string ClusterOf(Observation o) => o.Key.Split('/') is [_, var cluster, ..] ? cluster : o.Key;

    private static HashSet<string>? Groups(Observation o, string property) => o.Properties.FirstOrDefault(p => p.Name == property) is { Gap: null, Value.ValueKind: JsonValueKind.Array } known
        ? known.Value.EnumerateArray().Select(e => e.GetString()!).ToHashSet(StringComparer.Ordinal) : null;

    private static string? Text(Observation o, string property) => o.Properties.FirstOrDefault(p => p.Name == property) is { Gap: null, Value.ValueKind: JsonValueKind.String } known ? known.Value.GetString() : null;
}
