using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>The security groups of interfaces whose host or file system gets others by a change: what has only one interface tells them.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="changes">What the change makes another.</param>
internal sealed class AdaptersToCome(SeenFacts seen, Alterations changes)
{
    private const string Groups = "securityGroups";

    /// <summary>The groups, or that they are not known.</summary>
    public IEnumerable<Observation> After() =>
        from kind in (string[])[nameof(ComputeInstance), nameof(FileSystem)]
        from change in changes.Of(kind, Groups)
        let adapters = Adapters(change.Twin).ToList()
        let said = SeenFacts.Property(change.Said, Groups)!.Value
        from adapter in adapters
        where said.Gap is not null || SeenFacts.Texts(changes.Renamed(said.Value)) is not { } given || seen.Texts(adapter.Kind, adapter.Id, Groups)?.SetEquals(given) != true
        select adapters.Count == 1 && said.Gap is null
            ? Alterations.Known(change.Said, adapter, Groups, changes.Renamed(said.Value))
            : Alterations.Opened(change.Said, adapter with { Properties = [new(Groups, default, null)] }, _ => true,
                $"the change gives {change.Twin.Key} other security groups, and which {adapter.Id} has then is known once it is applied", "apply, then check the live account: --aws-region REGION");

    private IEnumerable<Observation> Adapters(Observation owner)
    {
        var own = owner.Kind == nameof(FileSystem) ? seen.Texts(owner.Kind, owner.Id, "networkInterfaces") : null;
        return seen.Of(nameof(NetworkInterface)).DistinctBy(o => o.Id)
            .Where(o => own is not null ? own.Contains(o.Id) : seen.Value(o.Kind, o.Id, "instance") is { ValueKind: JsonValueKind.String } of && of.GetString() == owner.Id);
    }
}
