using System.Text.Json.Nodes;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

/// <summary>Objects of which something is missing, or there in a form that the API does not have.</summary>
public sealed class DamagedObjectTests
{
    public static TheoryData<string, string> Objects() => new()
    {
        { "nodes", CoreObjects.Node }, { "pods", CoreObjects.Pod }, { "pods", CoreObjects.Session }, { "deployments", CoreObjects.Deployment },
        { "services", CoreObjects.Service }, { "persistentvolumeclaims", CoreObjects.Claim }, { "persistentvolumes", CoreObjects.Volume },
        { "persistentvolumes", CoreObjects.NfsVolume }, { "storageclasses", CoreObjects.Class }, { "csidrivers", CoreObjects.Driver }, { "serviceaccounts", CoreObjects.Account },
    };

    [Theory]
    [InlineData("nodes", CoreObjects.Node, "status.nodeInfo.kubeletVersion", "kubeletVersion")]
    [InlineData("nodes", CoreObjects.Node, "status", "allocatable,internalIps,isReady,kubeletVersion")]
    [InlineData("nodes", CoreObjects.Node, "status.conditions", "isReady")]
    [InlineData("nodes", CoreObjects.Node, "spec", "isUnschedulable,providerId,taints")]
    [InlineData("pods", CoreObjects.Pod, "status", "ips,isReady,phase")]
    [InlineData("pods", CoreObjects.Pod, "status.conditions", "isReady")]
    [InlineData("pods", CoreObjects.Pod, "spec.containers[0].image", "containers")]
    [InlineData("pods", CoreObjects.Pod, "metadata.namespace", "namespace")]
    [InlineData("pods", CoreObjects.Pod, "metadata.creationTimestamp", "createdAt")]
    [InlineData("deployments", CoreObjects.Deployment, "status", "availableReplicas,readyReplicas")]
    [InlineData("deployments", CoreObjects.Deployment, "spec.selector", "selector")]
    [InlineData("deployments", CoreObjects.Deployment, "spec.template.metadata", "podLabels")]
    [InlineData("services", CoreObjects.Service, "spec.type", "type")]
    [InlineData("services", CoreObjects.Service, "status", "hostnames")]
    [InlineData("persistentvolumeclaims", CoreObjects.Claim, "status", "phase")]
    [InlineData("persistentvolumeclaims", CoreObjects.Claim, "spec.accessModes", "accessModes")]
    [InlineData("persistentvolumes", CoreObjects.Volume, "spec.persistentVolumeReclaimPolicy", "reclaimPolicy")]
    [InlineData("storageclasses", CoreObjects.Class, "provisioner", "provisioner")]
    [InlineData("csidrivers", CoreObjects.Driver, "spec.attachRequired", "attachRequired")]
    public async Task Missing_field_hides_what_rests_on_it_and_nothing_else(string plural, string item, string path, string hidden)
    {
        var node = JsonNode.Parse(item)!;
        Replace(node, path, null);

        var properties = Properties(Assert.Single((await new CoreCluster().Set(plural, node.ToJsonString()).Scan()).Observations, o => o.Kind is not (nameof(HelmRelease) or nameof(Cluster))));

        Assert.Equal(hidden.Split(','), properties.Where(p => p.Gap is not null).Select(p => p.Name));
        Assert.All(properties.Where(p => p.Gap is not null), p => Assert.Contains(path.Split('.')[^1].Split('[')[0], p.Gap!.Detail, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Objects))]
    public async Task Field_in_another_form_is_never_read_as_another_value(string plural, string item)
    {
        var whole = JsonNode.Parse(item)!;
        var paths = Paths(whole, "").Where(p => p is not ("" or "metadata" or "metadata\tname")).ToList();
        var damaged = paths.Select((path, i) => Damaged(whole, path, $"o{i}"));

        var snapshot = await new CoreCluster().Set(plural, damaged.Prepend(Renamed(whole.DeepClone(), "whole").ToJsonString())).Scan();

        Assert.Equal(paths.Count + 1, snapshot.Observations.Count(o => o.Kind is not (nameof(HelmRelease) or nameof(Cluster))));
        var expected = Values(snapshot, "whole");
        Assert.All(paths.Select((path, i) => (path, i)), at => Assert.All(Values(snapshot, $"o{at.i}"), p => Assert.True(
            p.Value == "?" || p.Value == expected[p.Key], $"{at.path}: {p.Key} was {expected[p.Key]} and became {p.Value}")));
        Assert.DoesNotContain(CoreObjects.Canary, snapshot.Text(), StringComparison.Ordinal);
    }

    private static string Damaged(JsonNode whole, string path, string name)
    {
        var copy = Renamed(whole.DeepClone(), name);
        Replace(copy, path, At(copy, path)!.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False ? JsonValue.Create("true") : JsonValue.Create(true));
        return copy.ToJsonString();
    }

    private static JsonNode Renamed(JsonNode item, string name)
    {
        item["metadata"]!["name"] = name;
        return item;
    }

    private static Dictionary<string, string> Values(Snapshot snapshot, string name) =>
        Properties(Assert.Single(snapshot.Observations, o => o.Id.EndsWith($"/{name}", StringComparison.Ordinal)))
            .Where(p => p.Name != "name").ToDictionary(p => p.Name, p => p.Gap is null ? p.Value.GetRawText() : "?");

    private static IReadOnlyList<Property> Properties(Observation observation) => observation.Properties;

    private static IEnumerable<string> Paths(JsonNode? node, string path) => node switch
    {
        JsonObject map => map.SelectMany(p => Paths(p.Value, path.Length == 0 ? p.Key : $"{path}\t{p.Key}")).Prepend(path),
        JsonArray list => list.SelectMany((e, i) => Paths(e, $"{path}\t{i}")).Prepend(path),
        _ => [path],
    };

    private static JsonNode? At(JsonNode node, string path) => path.Split('\t').Aggregate((JsonNode?)node, (at, step) => at is JsonArray list ? list[int.Parse(step, null)] : at![step]);

    /// <param name="node">The object.</param>
    /// <param name="path">Steps with tabs between them, or with dots as messages have them.</param>
    /// <param name="with">Null takes it away.</param>
    private static void Replace(JsonNode node, string path, JsonNode? with)
    {
        var steps = path.Contains('\t', StringComparison.Ordinal) ? path.Split('\t') : path.Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
        var parent = steps.Length == 1 ? node : At(node, string.Join('\t', steps[..^1]))!;
        if (parent is JsonArray list) list[int.Parse(steps[^1], null)] = with;
        else if (with is null) parent.AsObject().Remove(steps[^1]);
        else parent[steps[^1]] = with;
    }
}
