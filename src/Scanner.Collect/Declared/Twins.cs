using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Scanner.Collect.Declared.ParallelCluster;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>Which declared resource is which one that a scan saw: of one kind, the same id or the same key, and no other has it.</summary>
internal sealed partial class Twins
{
    [GeneratedRegex("^(?<of>cloudformation/[^/]+/(EFS|FSX|EBS))[0-9A-Za-z]{16}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex StorageKey { get; }

    private readonly ILookup<(string Kind, string Key), Observation> _byKey;
    private readonly ILookup<(string Kind, string Id), Observation> _byId;
    private readonly Snapshot _seen;
    private readonly HashSet<string> _whole;
    private readonly HashSet<string> _configured;
    private readonly HashSet<string> _declaredKeys;
    private readonly HashSet<string> _declaredIds;
    private readonly Dictionary<string, Observation> _clusters;
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    public Twins(Snapshot seen, Snapshot declared)
    {
        _seen = seen;
        _whole = declared.Coverage.GroupBy(c => c.Kind, StringComparer.Ordinal).Where(k => k.All(c => c.Gap is null)).Select(k => k.Key).ToHashSet(StringComparer.Ordinal);
        _configured = declared.Coverage.Where(c => c.Action == ParallelClusterFormat.Name).GroupBy(c => c.Kind, StringComparer.Ordinal).Where(k => k.All(c => c.Gap is null)).Select(k => k.Key).ToHashSet(StringComparer.Ordinal);
        // beside what is live, what only files declare is not there, and is nobody's twin
        var there = seen.Observations.Where(o => !ScopeName.IsDeclared(o.Evidence.Scope)).ToList() is { Count: > 0 } live ? live : seen.Observations;
        _byKey = there.ToLookup(o => (o.Kind, o.Key));
        _byId = there.ToLookup(o => (o.Kind, o.Id));
        _clusters = declared.Observations.Where(o => o.Kind == nameof(Cluster)).Select(o => (o, Twin: Same(o) ?? OnlyCluster(o.Evidence.Scope, o.Key)))
            .Where(c => c.Twin is not null).DistinctBy(c => c.o.Id).ToDictionary(c => c.o.Id, c => c.Twin!, StringComparer.Ordinal);
        foreach (var o in declared.Observations)
            if (Of(o) is { } twin) (_ids[o.Id], _keys[o.Key]) = (twin.Id, twin.Key);
        _declaredIds = declared.Observations.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        _declaredKeys = declared.Observations.Select(o => KeyOf(o.Key)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What was seen of it; null where it is not there.</summary>
    public Observation? Of(Observation declared) => _clusters.GetValueOrDefault(declared.Id) ?? Same(declared);

    /// <summary>Whether it says no more of a cluster than what files call it: what they apply to is named by whoever applies them.</summary>
    public bool SaysOnlyWhich(Observation declared) => ScopeName.IsKubernetes(declared.Evidence.Scope) && _clusters.ContainsKey(declared.Id);

    public string KeyOf(string key) => _keys.GetValueOrDefault(key, key);

    /// <summary>Where a scope's declarations would be if they were deployed: with the cluster that they are about, else in the only place there is.</summary>
    public string? ScopeFor(string declared)
    {
        var isCluster = ScopeName.IsKubernetes(declared);
        if (_clusters.Values.Select(c => c.Evidence.Scope).Where(s => ScopeName.IsKubernetes(s) == isCluster).Distinct(StringComparer.Ordinal).ToList() is [var own]) return own;
        var all = _seen.Header.Targets.SelectMany(t => t.Scopes).Concat(_seen.Coverage.Select(c => c.Scope))
            .Where(s => ScopeName.IsKubernetes(s) == isCluster && !ScopeName.IsDeclared(s)).Distinct(StringComparer.Ordinal).ToList();
        return all is [var only] ? only : null;
    }

    /// <summary>Whether a change would take it away: a part of a cluster, of a kind that the files declare in full, which they no longer name.</summary>
    public bool IsDropped(Observation seen) => IsWhole(seen) && !_declaredKeys.Contains(seen.Key)
        && _clusters.Values.Any(c => seen.Id != c.Id && seen.Key.StartsWith(c.Key + "/", StringComparison.Ordinal));

    /// <summary>Other files may leave open how many there are of a kind; which parts a ParallelCluster has, its configuration says alone.</summary>
    private bool IsWhole(Observation seen) => _whole.Contains(seen.Kind) || (_configured.Contains(seen.Kind) && seen.Key.StartsWith("parallelcluster/", StringComparison.Ordinal));

    /// <summary>A value, in which references name the twins.</summary>
    public JsonElement Renamed(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined || _ids.Count == 0 ? value : JsonSerializer.SerializeToElement(Renamed(JsonSerializer.SerializeToNode(value)));

    private JsonNode? Renamed(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(e => KeyValuePair.Create(e.Key, Renamed(e.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Renamed)]),
        JsonValue text when text.TryGetValue<string>(out var id) && TwinOf(id) is { } twin => JsonValue.Create(twin),
        _ => node?.DeepClone(),
    };

    /// <summary>The id of a thing's twin; of one that the files only refer to, where it would be in their cluster. What they bring keeps its own.</summary>
    private string? TwinOf(string id) => _ids.GetValueOrDefault(id)
        ?? (_declaredIds.Contains(id) ? null : InCluster(id));

    private string? InCluster(string id) => _clusters.Where(c => ScopeName.IsKubernetes(c.Value.Evidence.Scope) && id.StartsWith(c.Key + "/", StringComparison.Ordinal)).Select(c => c.Value.Id + id[c.Key.Length..]).FirstOrDefault();

    private Observation? Same(Observation declared)
    {
        if (_byId[(declared.Kind, declared.Id)].FirstOrDefault() is { } same) return same;
        // one that was seen in two regions has two ids; nodes of a group share a key
        var alike = _byKey[(declared.Kind, declared.Key)].Where(o => ScopeName.IsKubernetes(o.Evidence.Scope) == ScopeName.IsKubernetes(declared.Evidence.Scope)).ToList();
        return alike.Select(o => o.Id).Distinct(StringComparer.Ordinal).Count() is var count && count == 1 ? alike[0] : count == 0 ? Storage(declared) ?? OfStack(declared) : null;
    }

    /// <summary>Storage that a ParallelCluster makes: one of its stack, by sort and name, where the rest of the key is derived from the name in another way.</summary>
    private Observation? Storage(Observation declared)
    {
        if (StorageKey.Match(declared.Key) is not { Success: true } own || NameOf(declared) is not { } name || !declared.Id.EndsWith($"/storage/{name}", StringComparison.Ordinal)) return null;
        var alike = _seen.Observations.Where(o => o.Kind == declared.Kind && NameOf(o) == name && StorageKey.Match(o.Key) is { Success: true } key && key.Groups["of"].Value == own.Groups["of"].Value).ToList();
        return alike.Select(o => o.Id).Distinct(StringComparer.Ordinal).Count() == 1 ? alike[0] : null;
    }

    /// <summary>What CloudFormation made of a part of a template whose name the template leaves to it, or does not write out: by the tags that it writes.</summary>
    private Observation? OfStack(Observation declared)
    {
        if (declared.Key.Split('/') is not ["cloudformation", var stack, var part]) return null;
        var alike = _seen.Observations.Where(o => o.Kind == declared.Kind && !ScopeName.IsDeclared(o.Evidence.Scope) && SeenFacts.Property(o, "tags") is { Gap: null, Value: { ValueKind: JsonValueKind.Object } tags }
            && Is(tags, "aws:cloudformation:stack-name", stack) && Is(tags, "aws:cloudformation:logical-id", part)).ToList();
        return alike.Select(o => o.Id).Distinct(StringComparer.Ordinal).Count() == 1 ? alike[0] : null;
    }

    private static bool Is(JsonElement tags, string name, string value) => tags.TryGetProperty(name, out var own) && own.ValueKind is JsonValueKind.String && own.GetString() == value;

    private static string? NameOf(Observation o) => o.Properties.FirstOrDefault(p => p.Name == "name") is { Gap: null, Value.ValueKind: JsonValueKind.String } name ? name.Value.GetString() : null;

    /// <summary>Files of a cluster do not say which one it is; where a scan saw one, it is that.</summary>
    private Observation? OnlyCluster(string scope, string key)
    {
        if (!ScopeName.IsKubernetes(scope) || key.StartsWith("arn:", StringComparison.Ordinal)) return null;
        var clusters = _seen.Observations.Where(o => o.Kind == nameof(Cluster) && ScopeName.IsKubernetes(o.Evidence.Scope)).DistinctBy(o => o.Id).ToList();
        return clusters is [var only] ? only : null;
    }
}
