using System.Text.Json;
using System.Text.RegularExpressions;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.ParallelCluster;

/// <summary>The security groups of nodes under a change: a configuration says all of them only where it replaces those of the cluster.</summary>
/// <remarks>Nodes that run are judged as those that will: what they have until then is gone with the change.</remarks>
/// <param name="seen">What a scan saw.</param>
/// <param name="declared">What the changed files say.</param>
/// <param name="twins">Which of the one is which of the other.</param>
internal sealed partial class MovedNodes(SeenFacts seen, Snapshot declared, Twins twins)
{
    private const string All = "securityGroups", More = "additionalSecurityGroups";

    [GeneratedRegex("^(?!.*LoadBalancer)[A-Za-z0-9]*SecurityGroup-[A-Z0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ManagedName { get; }

    /// <summary>What becomes of node groups whose security groups change, and of what runs in them.</summary>
    public IEnumerable<Observation> After() => declared.Observations.Where(IsGroup).SelectMany(said => twins.Of(said) is { } twin ? After(said, twin) : []);

    /// <summary>Whether a node group loses the groups that stood in the place of ParallelCluster's own.</summary>
    public bool TakesOwnAway(Observation said) => IsGroup(said) && SeenFacts.Property(said, All) is null or { Gap.Cause: GapCause.Hidden }
        && twins.Of(said) is { } twin && Configured(twin) is { } config && SeenFacts.Property(config, All) is { Gap: null };

    private static bool IsGroup(Observation o) => o.Kind == nameof(NodeGroup) && o.Key.StartsWith("parallelcluster/", StringComparison.Ordinal);

    private IEnumerable<Observation> After(Observation said, Observation twin)
    {
        if (Groups(said, twin) is not { } after) yield break;
        var now = seen.Texts(twin.Kind, twin.Id, All);
        yield return Changed(said, twin, after);
        foreach (var holder in Running(twin))
            if (seen.Texts(holder.Kind, holder.Id, All) is { } own)
                yield return Changed(said, holder, now?.SetEquals(own) == true ? after : Open(said, holder, More, $"{holder.Id} has other security groups than its node group, and which it then has is known after the update"));
    }

    /// <summary>The groups after the change; null where they stay as they are.</summary>
    private Property? Groups(Observation said, Observation twin)
    {
        var now = seen.Texts(twin.Kind, twin.Id, All);
        if (SeenFacts.Property(said, All) is { } own && own.Gap is not { Cause: GapCause.Hidden })
            return own.Gap is null && Renamed(own) is { } given ? now?.SetEquals(given) == true ? null : Known(given) : own;
        if (TakesOwnAway(said)) return Open(said, twin, All, "SecurityGroups are taken away, and which groups ParallelCluster gives to the nodes in their place is known after the update");
        return SeenFacts.Property(said, More) is { Gap: null } more && Renamed(more) is { } added ? WithMore(said, twin, now, added)
            : Open(said, twin, More, "AdditionalSecurityGroups cannot be told from the file");
    }

    private Property? WithMore(Observation said, Observation twin, IReadOnlySet<string>? now, IReadOnlySet<string> added)
    {
        var had = Had(twin, now);
        if (had?.SetEquals(added) == true) return null;
        if (had is null) return Open(said, twin, More, "which of the live security groups are AdditionalSecurityGroups was not seen");
        if (now is null || !had.IsSubsetOf(now) || had.Count == now.Count) return Open(said, twin, More, "the live nodes do not have the security groups that the live configuration gives them, and which they then have is known after the update");
        return Known(now.Except(had).Concat(added));
    }

    /// <summary>The additional groups of today: as the live configuration says, or none where all are named as ParallelCluster names its own.</summary>
    private IReadOnlySet<string>? Had(Observation twin, IReadOnlySet<string>? now)
    {
        if (Configured(twin) is { } config) return SeenFacts.Property(config, More) is { Gap: null, Value: var value } ? SeenFacts.Texts(value) : null;
        var prefix = twin.Key.Split('/') is [_, var cluster, ..] ? cluster + "-" : "";
        return now is { Count: > 0 } && now.All(id => seen.Value(nameof(SecurityGroup), id, "name") is { ValueKind: JsonValueKind.String } name
            && name.GetString()!.StartsWith(prefix, StringComparison.Ordinal) && ManagedName.IsMatch(name.GetString()![prefix.Length..])) ? new HashSet<string>() : null;
    }

    /// <summary>The live configuration's own word of a group.</summary>
    private Observation? Configured(Observation twin) => seen.Of(twin.Kind, twin.Id).FirstOrDefault(o => SeenFacts.Property(o, More) is not null);

    private IEnumerable<Observation> Running(Observation twin)
    {
        var hosts = seen.Texts(twin.Kind, twin.Id, "instances") ?? new HashSet<string>();
        var adapters = seen.Of(nameof(NetworkInterface)).Where(o => SeenFacts.Property(o, "instance") is { Gap: null, Value.ValueKind: JsonValueKind.String } of && hosts.Contains(of.Value.GetString()!));
        return hosts.Order(StringComparer.Ordinal).Select(id => seen.Of(nameof(ComputeInstance), id).FirstOrDefault()).OfType<Observation>().Concat(adapters.DistinctBy(o => o.Id));
    }

    private IReadOnlySet<string>? Renamed(Property list) => SeenFacts.Texts(twins.Renamed(list.Value));

    private static Property Known(IEnumerable<string> groups) => new(All, JsonSerializer.SerializeToElement(groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), null);

    private Property Open(Observation said, Observation of, string property, string why)
    {
        var place = Place(said, property);
        return new(All, default, new Gap(of.Evidence.Scope, of.Kind, said.Evidence.Action, GapCause.NotAsked, OneLine.Of($"{place}: {why}"),
            new(RemedyKind.Flag, "update the cluster, then check the live account: --aws-region REGION")));
    }

    private string? Place(Observation said, string property) =>
        declared.Header.Declarations.AsEnumerable().FirstOrDefault(d => d.Key == said.Key && d.Property == property)?.Location is { } place ? $"{place.File}:{place.Line}:{place.Column}" : said.Evidence.Locator;

    private Observation Changed(Observation said, Observation of, Property groups) =>
        new(of.Id, of.Key, of.Kind, said.Evidence with { Plane = Plane.Preview, Scope = of.Evidence.Scope, Locator = Place(said, More) }, [groups]);
}
