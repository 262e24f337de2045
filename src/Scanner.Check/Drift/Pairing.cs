using Scanner.Model.Drift;

namespace Scanner.Check.Drift;

/// <summary>Brings together what two scans have under one key. What has one id in both is one resource, even if its key is another.</summary>
internal sealed class Pairing(SeenScan baseline, SeenScan current)
{
    public IReadOnlyCollection<Pair> Pairs()
    {
        var pairs = new Dictionary<ResourceName, Pair>();
        foreach (var old in baseline.Resources) Of(pairs, NameOf(old, current.Find(old.Kind, old.Id))).Old.Add(old);
        foreach (var now in current.Resources) Of(pairs, NameOf(baseline.Find(now.Kind, now.Id), now)).New.Add(now);
        return pairs.Values;
    }

    /// <summary>The key of what either scan saw under an id; null where neither saw it.</summary>
    public string? KeyOf(string kind, string id)
    {
        var (old, now) = (baseline.Find(kind, id), current.Find(kind, id));
        return old is null && now is null ? null : NameOf(old, now).Key;
    }

    private static Pair Of(Dictionary<ResourceName, Pair> pairs, ResourceName name)
    {
        if (!pairs.TryGetValue(name, out var pair)) pairs.Add(name, pair = new(name));
        return pair;
    }

    private static ResourceName NameOf(SeenResource? old, SeenResource? now)
    {
        var one = (old ?? now)!;
        if (old is null || now is null || ReferenceEquals(old, now)) return new(one.Kind, one.Scopes[0], one.Key);
        var scope = string.CompareOrdinal(old.Scopes[0], now.Scopes[0]) <= 0 ? old.Scopes[0] : now.Scopes[0];
        return new(one.Kind, scope, KeyOf(old, now));
    }

    /// <summary>An id stands in for a key where that could not be told, so that any other key is better.</summary>
    private static string KeyOf(SeenResource old, SeenResource now) =>
        old.Key == now.Key || now.Key == now.Id ? old.Key
        : old.Key == old.Id || string.CompareOrdinal(now.Key, old.Key) < 0 ? now.Key : old.Key;
}
