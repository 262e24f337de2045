namespace Scanner.Model;

/// <summary>Which objects of a cluster stand behind target groups and their targets.</summary>
internal static class TargetMatching
{
    /// <summary>Whether it keeps the targets of a group, which it names by ARN or by name.</summary>
    public static Truth Binds(this TargetGroupBinding binding, TargetGroup group) => binding.TargetGroup.Is(bound => bound is { } named
        ? named.Id == group.Id
        : binding.TargetGroupName.Is(name => name is not null && group.Name == name));

    /// <summary>Whether the service has a target's port on every node.</summary>
    public static Truth IsAtNodePort(this KubeService service, Registration target) => service.Ports.Is(ports => ports.Any(p => p.NodePort is { } node && node == target.Port));

    /// <summary>Whether the node is a target, by its instance.</summary>
    public static Truth IsTarget(this KubeNode node, Registration target) =>
        node.ProviderId.Is(id => id is not null && id.EndsWith("/" + target.Id, StringComparison.Ordinal));
}
