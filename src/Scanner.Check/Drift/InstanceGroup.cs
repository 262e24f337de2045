using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift;

/// <summary>What instances are replaced by: those of one group come and go, and are alike.</summary>
/// <remarks>Tags come with the listing itself, so that a call that is refused changes no key.</remarks>
internal static class InstanceGroup
{
    /// <summary>The key that an instance shares with those of its group; its own where it belongs to none, or that is the group's already.</summary>
    public static string KeyOf(Observation first, IReadOnlyList<Observation> observations)
    {
        if (first.Kind != nameof(ComputeInstance) || first.Key != first.Id) return first.Key;
        var tags = observations.SelectMany(o => o.Properties).FirstOrDefault(p => p is { Name: "tags", Gap: null, Value.ValueKind: JsonValueKind.Object }).Value;
        return tags.ValueKind is JsonValueKind.Object && Of(tags) is { } group ? $"{group}/node" : first.Key;
    }

    private static string? Of(JsonElement tags)
    {
        var cluster = Tag(tags, "eks:cluster-name") ?? Tag(tags, "eks:eks-cluster-name") ?? Tag(tags, "aws:eks:cluster-name");
        return Tag(tags, "eks:nodegroup-name") is { } managed ? $"eks/{cluster}/nodegroup/{managed}"
            : Tag(tags, "karpenter.sh/nodepool") is { } pool ? $"eks/{cluster}/nodepool/{pool}"
            : Tag(tags, "aws:autoscaling:groupName") is { } scaled ? $"autoscaling/{scaled}" : null;
    }

    private static string? Tag(JsonElement tags, string name) =>
        tags.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
