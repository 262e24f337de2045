using System.Text.Json.Nodes;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Check.Drift;

/// <summary>What a scan says, in a form of the test's own, and what becomes of it when changes are applied.</summary>
internal sealed class ComparedState
{
    /// <summary>What generated objects have as members.</summary>
    private static readonly string[] s_members = ["matchLabels", "t0", "t1", "t2"];

    private readonly SortedDictionary<string, SortedDictionary<string, List<JsonNode?>>> _resources = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public ComparedState(Snapshot snapshot)
    {
        foreach (var key in snapshot.Observations.GroupBy(o => $"{o.Kind} {o.Key}"))
        {
            _counts[key.Key] = key.Select(o => o.Id).Distinct().Count();
            _resources[key.Key] = new(key.SelectMany(o => o.Properties).GroupBy(p => p.Name)
                .SelectMany(p => Parts(p.Key, [.. p.Select(v => JsonNode.Parse(v.Value.GetRawText()))])).ToDictionary(p => p.Part, p => p.Values), StringComparer.Ordinal);
        }
    }

    /// <summary>Everything on one line each; of what came only that it is there.</summary>
    public IEnumerable<string> Lines(IReadOnlySet<string> came) => _resources.SelectMany(r => came.Contains(r.Key) ? [r.Key]
        : r.Value.Where(p => p.Value.Any(v => v is not null)).Select(p => $"{r.Key} {p.Key} {string.Join(" and ", p.Value.Select(Text).Distinct().Order(StringComparer.Ordinal))}").Prepend($"{r.Key} × {_counts[r.Key]}"));

    public void Apply(Change change)
    {
        var name = change.Resource.ToString();
        if (change.Kind is ChangeKind.Added) _resources.Add(name, []);
        else if (change.Kind is ChangeKind.Removed) Assert.True(_resources.Remove(name));
        else if (change.PathText == Change.Count) _counts[name] = change.New!.Values[0].GetInt32();
        else Apply(_resources[name], change);
    }

    /// <summary>A property that is an object is kept member by member, each with the values that it has among all of the resource.</summary>
    private static void Apply(SortedDictionary<string, List<JsonNode?>> properties, Change change)
    {
        var (property, path) = (change.Path[0].Member, change.Path.Skip(1).ToList());
        var after = change.New!.Values.Select(v => JsonNode.Parse(v.GetRawText())).ToList();
        if (path is [{ Identity: null, Member: { Length: > 0 } member }, ..]) (property, path) = ($"{property}.{member}", path.GetRange(1, path.Count - 1));
        if (path.Count > 0) properties[property] = [Within(Assert.Single(properties[property]), path, Node(change.Old!), Node(change.New!))];
        else foreach (var (part, values) in Parts(property, after.Count == 0 ? [null] : after)) properties[part] = values;
    }

    private static IEnumerable<(string Part, List<JsonNode?> Values)> Parts(string property, IReadOnlyList<JsonNode?> values) =>
        property.Contains('.', StringComparison.Ordinal) || !values.All(v => v is JsonObject) ? [(property, Distinct(values))]
            : s_members.Select(m => ($"{property}.{m}", Distinct(values.Select(v => v![m]))));

    private static JsonNode? Within(JsonNode? node, List<PathStep> path, JsonNode? old, JsonNode? now)
    {
        if (path.Count == 0)
        {
            Assert.Equal(Text(old), Text(node));
            return now;
        }
        var (step, rest) = (path[0], path.GetRange(1, path.Count - 1));
        var copy = node!.DeepClone();
        if (copy is JsonObject value) Put(value, step.Member, Within(value[step.Member], rest, old, now));
        else if (step.Identity is null) Replace(copy.AsArray(), copy.AsArray().FirstOrDefault(e => old is not null && Text(e) == Text(old)), old is not null, now);
        else
        {
            var element = copy.AsArray().FirstOrDefault(e => e![step.Member]!.ToJsonString() == step.Identity);
            Replace(copy.AsArray(), element, element is not null, Within(element, rest, old, now));
        }
        return copy;
    }

    private static void Put(JsonObject value, string member, JsonNode? now)
    {
        value.Remove(member);
        if (now is not null) value[member] = now.DeepClone();
    }

    private static void Replace(JsonArray list, JsonNode? element, bool isThere, JsonNode? now)
    {
        if (isThere)
            foreach (var same in list.Where(e => Text(e) == Text(element)).ToList()) list.Remove(same);
        if (now is not null) list.Add(now.DeepClone());
    }

    private static JsonNode? Node(SeenValues seen) => seen.Values.Count == 0 ? null : JsonNode.Parse(Assert.Single(seen.Values).GetRawText());

    private static List<JsonNode?> Distinct(IEnumerable<JsonNode?> values) => [.. values.DistinctBy(Text)];

    /// <summary>A property of a snapshot, with keys for ids; what is derived left out.</summary>
    public static string Text(Property property, IReadOnlyList<(string Id, string Key)> keys)
    {
        if (property.Gap is not null) return "a gap";
        var text = keys.Aggregate(property.Value.GetRawText(), (said, key) => said.Replace($"\"{key.Id}\"", $"\"{key.Key}\"", StringComparison.Ordinal));
        return Text(JsonNode.Parse(text));
    }

    /// <summary>Members sorted, lists as sets.</summary>
    private static string Text(JsonNode? node) => node switch
    {
        JsonObject value => $"{{{string.Join(',', value.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{Text(m.Value)}"))}}}",
        JsonArray list => $"[{string.Join(',', list.Select(Text).Distinct().Order(StringComparer.Ordinal))}]",
        null => "null",
        _ => node.ToJsonString(),
    };
}
