using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>Lays what a change adds to lists of live things, or takes from them, over what was seen of these.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="parts">What the files add and take away.</param>
/// <param name="twins">Which declared thing is which one that was seen.</param>
internal sealed class LiveParts(SeenFacts seen, IReadOnlyList<LivePart> parts, Twins twins)
{
    private static readonly Remedy s_apply = new(RemedyKind.Flag, "apply, then check the live account: --aws-region REGION");

    /// <summary>The lists that change.</summary>
    public IEnumerable<Observation> After() => Changes().Select(c => c.After);

    /// <summary>Where each is declared to change.</summary>
    public IEnumerable<Declaration> Places() => Changes().Select(c => new Declaration(c.After.Key, c.After.Properties[0].Name, c.Place));

    private IEnumerable<(Observation After, SourceLocation Place)> Changes() =>
        from part in parts
        from owner in Owners(part)
        group part by (owner.Kind, owner.Id, part.Property) into own
        orderby own.Key.Id, own.Key.Property
        let owner = seen.Of(own.Key.Kind, own.Key.Id).First()
        let list = List(owner, own.Key.Property, [.. own])
        where list is not null
        let telling = own.FirstOrDefault(p => p.Gap is not null) ?? own.First()
        select (new Observation(owner.Id, owner.Key, owner.Kind, telling.Evidence with { Plane = Plane.Preview, Scope = owner.Evidence.Scope }, [list.Value]), telling.Place);

    /// <summary>What only files declare is not there.</summary>
    private IEnumerable<Observation> Owners(LivePart part) => (part.Id is { } id ? seen.Of(part.Kind, id) : seen.Of(part.Kind))
        .Where(o => !ScopeName.IsDeclared(o.Evidence.Scope)).DistinctBy(o => o.Id);

    /// <summary>The list after the change; null where it stays as it is, or nobody knew it anyway.</summary>
    private Property? List(Observation owner, string name, IReadOnlyList<LivePart> own)
    {
        if (own.FirstOrDefault(p => p.Gap is not null) is { Gap: { } gap }) return new(name, default, gap with { Scope = owner.Evidence.Scope });
        if (!seen.Of(owner.Kind, owner.Id).Any(o => SeenFacts.Property(o, name) is { Gap: null })) return null;
        if (seen.Value(owner.Kind, owner.Id, name) is not { ValueKind: JsonValueKind.Array } value) return Open(owner, name, own[0], "what it has now was not seen for certain");
        var now = value.EnumerateArray().ToList();
        var list = now.ToList();
        foreach (var gone in own.SelectMany(p => p.Removed.Select(r => (Part: p, Element: twins.Renamed(r)))))
            if (list.RemoveAll(e => IsSame(e, gone.Element)) == 0) return Open(owner, name, gone.Part, "what it takes away is not there as it says");
        list.AddRange(own.SelectMany(p => p.Added).Select(twins.Renamed).Where(a => !list.Exists(e => IsSame(e, a))).ToList());
        return list.Count == now.Count && list.TrueForAll(e => now.Exists(n => IsSame(n, e))) ? null : new(name, JsonSerializer.SerializeToElement(list), null);
    }

    private static Property Open(Observation owner, string name, LivePart part, string why) => new(name, default,
        new Gap(owner.Evidence.Scope, owner.Kind, part.Evidence.Action, GapCause.NotAsked, OneLine.Of($"{part.Place.File}:{part.Place.Line}: {name} of {owner.Id} changes, and {why}"), s_apply));

    /// <summary>Files leave out the account of a peer, which AWS tells.</summary>
    internal static bool IsSame(JsonElement live, JsonElement said) => JsonElement.DeepEquals(live, said)
        || (live.ValueKind is JsonValueKind.Object && said.ValueKind is JsonValueKind.Object && said.TryGetProperty("peerAccount", out var account) && account.ValueKind is JsonValueKind.Null
            && said.EnumerateObject().All(p => p.Name == "peerAccount" || (live.TryGetProperty(p.Name, out var other) && JsonElement.DeepEquals(other, p.Value))));
}
