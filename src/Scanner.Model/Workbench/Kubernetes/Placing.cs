namespace Scanner.Model;

/// <summary>From pods to nodes, and from nodes to instances.</summary>
public static class Placing
{
    /// <summary>The node of a pod; a gap where it is not placed yet.</summary>
    public static Fact<KubeNode> NodeOf(this Environment environment, Pod pod) => pod.Node.Then(node => node is { } placed
        ? environment.Resolve(placed)
        : new Fact<KubeNode>(new Gap(pod.Scope, nameof(Pod), pod.Label, GapCause.Undecidable, $"{pod.Label} is not placed on a node yet", new(RemedyKind.Retry, "when its pods are placed"))));

    /// <summary>The EC2 instance of a node, by its provider id; a gap where AWS did not show it, or the node is none.</summary>
    public static Fact<ComputeInstance> InstanceOf(this Environment environment, KubeNode node) => node.ProviderId.Then(id =>
        id is not null && id.StartsWith("aws://", StringComparison.Ordinal) && id[(id.LastIndexOf('/') + 1)..] is { } instance && instance.StartsWith("i-", StringComparison.Ordinal)
            ? environment.Resolve(new Ref<ComputeInstance>(instance))
            : new Fact<ComputeInstance>(new Gap(node.Scope, nameof(KubeNode), "providerID", GapCause.Hidden, $"node {node.Label} is no EC2 instance: provider id {id ?? "none"}",
                new(RemedyKind.Attestation, $"the network of {node.Label}"))));

    /// <summary>The zones of the nodes that pods are on.</summary>
    public static Fact<Items<string>> ZonesOf(this Environment environment, ResourceSet<Pod> pods)
    {
        if ((pods.Unlisted ?? pods.Members.FirstOrDefault(m => m.Doubt is not null).Doubt) is { } doubt) return new(doubt);
        var zones = pods.Members.Select(m => environment.NodeOf(m.Item).Then(n => n.Zone)).ToList();
        if (zones.Select(z => z.Gap).FirstOrDefault(g => g is not null) is { } gap) return new(gap);
        return zones.Any(z => z.Value is null) ? new(Unlabelled(environment))
            : new(zones.Select(z => z.Value).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToItems(), Evidence.Derived);
    }

    /// <summary>A node without the label is in some zone all the same.</summary>
    private static Gap Unlabelled(Environment environment) => new(environment.Cluster.Scope, nameof(KubeNode), "topology.kubernetes.io/zone", GapCause.Hidden,
        "a node has no label that says its zone", new(RemedyKind.Attestation, "the zones of the nodes"));

    /// <summary>The nodes that Workbench's servers or their sessions run on.</summary>
    public static ResourceSet<KubeNode> NodesInUse(this Environment environment)
    {
        var pods = environment.Installations.SelectMany(i => i.Pods.Union(i.Sessions()));
        return environment.Of<KubeNode>().Where(node => pods.Any(pod => pod.Node.Is(on => on?.Id == node.Id)));
    }

    /// <summary>Whether a pod is on an EKS managed node; unknown where it is not placed yet.</summary>
    public static Truth IsOnManagedNode(this Environment environment, Pod pod) => environment.NodeOf(pod).Then(n => n.ManagedNodeGroup).Is(group => group is not null);
}
