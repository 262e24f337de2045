using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Scanner.Check.Explaining;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Accepting;

/// <summary>Hashes of values, in which resources go by their keys and lists have no order: a replaced instance is no other fact.</summary>
internal sealed class FactHashes(Snapshot snapshot)
{
    /// <summary>What moves by itself while everything stays as it was meant.</summary>
    private static readonly HashSet<string> s_moving = new(StringComparer.Ordinal)
    {
        "name", "createdAt", "launchedAt", "lastBackupAt", "status", "instanceStatus", "state", "lifecycle", "phase", "isReady", "isTerminating", "isDrifted", "availableReplicas", "readyReplicas",
        "desired", "instances", "networkInterfaces", "node", "ips", "privateIps", "ipv6Addresses", "publicIp", "internalIps", "endpointIps", "providerId", "targets", "configurationHash",
    };

    /// <summary>Labels of pods carry the hash of each roll-out.</summary>
    private static readonly HashSet<string> s_ofPods = new(["labels", "annotations", "sessionTags"], StringComparer.Ordinal);

    private readonly Dictionary<string, (string Kind, string Key)> _byId = snapshot.Observations.GroupBy(o => o.Id, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (g.First().Kind, g.First().Key), StringComparer.Ordinal);

    /// <summary>The facts of some readings, each name once: several resources of one key count together.</summary>
    public IReadOnlyList<FactDigest> Of(IReadOnlyList<Reading> readings, IReadOnlyList<SeenFact> facts)
    {
        var read = readings.Select(r => (r.Resource, r.Property)).ToHashSet();
        var unread = readings.Where(r => r.Missing is not null && _byId.ContainsKey(r.Resource)).Select(r => (_byId[r.Resource].Kind, r.Resource, r.Property, Value: FactDigest.Unread));
        var all = facts.Where(f => read.Contains((f.Resource, f.Property))).Select(f => (f.Kind, f.Resource, f.Property, Value: Text(f.Value))).Concat(unread).ToList();
        var staying = all.FindAll(f => !IsMoving(f.Kind, f.Property));
        return [.. (staying.Count > 0 ? staying : all.FindAll(f => f.Property != "name")).GroupBy(f => (f.Kind, _byId[f.Resource].Key, f.Property)).Select(g => Digest(g.Key, g.Select(f => f.Value)))];
    }

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static bool IsMoving(string kind, string property) => s_moving.Contains(property) || (kind == nameof(Pod) && s_ofPods.Contains(property));

    private static FactDigest Digest((string Kind, string Key, string Property) name, IEnumerable<string> values)
    {
        var distinct = values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new(name.Kind, name.Key, name.Property, distinct.Contains(FactDigest.Unread) ? FactDigest.Unread : Of(string.Join('\n', distinct)));
    }

    private string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{Quoted(p.Name)}:{Text(p.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Text).Order(StringComparer.Ordinal))}]",
        JsonValueKind.String when value.GetString() is { } text => Quoted(_byId.TryGetValue(text, out var other) ? other.Key : text),
        _ => value.GetRawText(),
    };

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
