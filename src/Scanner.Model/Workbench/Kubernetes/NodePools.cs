namespace Scanner.Model;

/// <summary>The node groups of a Kubernetes cluster.</summary>
public static class NodePools
{
    /// <summary>Karpenter's node pools, and EKS Auto Mode's.</summary>
    public static ResourceSet<NodeGroup> KarpenterPools(this Environment environment) =>
        environment.InCluster().Where(g => g.Provisioner.Is(p => p is Provisioner.Karpenter or Provisioner.EksAuto));

    /// <summary>The managed node groups of the EKS cluster.</summary>
    public static ResourceSet<NodeGroup> ManagedGroups(this Environment environment)
    {
        var cluster = environment.EksCluster();
        return environment.InCluster().Where(g => g.Provisioner == Provisioner.EksManaged && cluster.Is(c => g.Cluster.Is(own => own?.Id == c.Id)));
    }

    /// <summary>
    /// The pools that sessions may be placed on: the one that the parameter names; else those with the session taint, those that a
    /// session runs on, and those that some session's placement admits.
    /// </summary>
    public static ResourceSet<NodeGroup> SessionPools(this Environment environment) => environment.Parameters.SessionNodePool is { } name
        ? environment.KarpenterPools().Where(pool => pool.Name == name)
        : environment.KarpenterPools().Where(pool => pool.Taints.Is(taints => taints.Contains(environment.Parameters.SessionTaint))
            || environment.Installations.Any(i => i.Sessions().Any(pod => environment.NodeOf(pod).Then(n => n.NodePool).Is(own => pool.Name == own)))
            || environment.Installations.Any(i => MayPlace(i, pool, Ide.RStudio) || MayPlace(i, pool, Ide.Jupyter)));

    /// <summary>The nodes that a pool made.</summary>
    public static ResourceSet<KubeNode> NodesOf(this Environment environment, NodeGroup pool) =>
        environment.Of<KubeNode>().Where(node => node.NodePool.Is(own => own is not null && pool.Name == own));

    /// <summary>The nodes of the EKS managed node groups.</summary>
    public static ResourceSet<KubeNode> ManagedNodes(this Environment environment) => environment.Of<KubeNode>().Where(node => node.ManagedNodeGroup.Is(group => group is not null));

    /// <summary>The labels that a pool's nodes surely get: those of its template, its own name, and what it requires to be one value.</summary>
    public static Fact<StringMap> NodeLabels(this NodeGroup pool) => pool.Labels.Then(labels => pool.Requirements.Then(requirements => pool.Name.Map(name => new StringMap(
    [
        .. requirements.AsEnumerable().Where(r => r.Operator == "In" && r.Values.Count == 1).Select(r => KeyValuePair.Create(r.Key, r.Values[0])),
        .. labels.Entries, KeyValuePair.Create("karpenter.sh/nodepool", name ?? ""),
    ]))));

    /// <summary>Whether some node of the pool may satisfy what a placement requires of labels.</summary>
    public static Truth MayHost(this NodeGroup pool, PodPlacement placement) =>
        pool.NodeLabels().Is(labels => pool.Requirements.Is(requirements => MayAdmit(placement, labels, requirements)));

    /// <summary>The subnets that node groups make nodes in, Karpenter's by their node class.</summary>
    public static ResourceSet<Subnet> SubnetsOf(this Environment environment, ResourceSet<NodeGroup> groups) => groups.SelectMany(group =>
        group.NodeClass is { IsKnown: true, Value: { } made } ? environment.Resolve(environment.Resolve(made).Then(c => c.Subnets)) : environment.Resolve(group.Subnets));

    /// <summary>The zones of subnets.</summary>
    public static Fact<Items<string>> ZonesOf(this Environment environment, ResourceSet<Subnet> found)
    {
        if ((found.Unlisted ?? found.Members.FirstOrDefault(m => m.Doubt is not null).Doubt) is { } gap) return new(gap);
        var zones = found.Members.Select(m => m.Item.AvailabilityZone).ToList();
        return zones.Select(z => z.Gap).FirstOrDefault(g => g is not null) is { } unread ? new(unread)
            : new(zones.Select(z => z.Value).Distinct().Order(StringComparer.Ordinal).ToItems(), Evidence.Derived);
    }

    private static ResourceSet<NodeGroup> InCluster(this Environment environment) => environment.IsKubernetes ? environment.Of<NodeGroup>() : new([], null);

    private static Truth MayPlace(Installation installation, NodeGroup pool, Ide ide) => installation.PlacementOf(ide).Is(placement =>
        pool.Taints.Is(taints => placement.Tolerates(taints)) && pool.MayHost(placement));

    /// <summary>Some node of the pool may satisfy it: labels that only a node itself gets, such as its zone, are left open.</summary>
    private static bool MayAdmit(PodPlacement placement, StringMap labels, Items<LabelRequirement> requirements)
    {
        bool Holds(LabelRequirement wanted) => labels.Has(wanted.Key) ? wanted.Holds(labels)
            : requirements.AsEnumerable().Where(r => r.Key == wanted.Key).ToList() is { Count: > 0 } own ? own.TrueForAll(r => Permits(r, wanted))
            : wanted.Key.Contains("kubernetes.io/", StringComparison.Ordinal) || wanted.Holds(labels);
        return placement.NodeSelector.Entries.All(l => Holds(new(l.Key, "In", [l.Value])))
            && (placement.RequiredNodes.IsEmpty || placement.RequiredNodes.AsEnumerable().Any(term => term.AsEnumerable().All(Holds)));
    }

    /// <summary>Whether a node may have a label that satisfies both: one of the values that the pool may choose, where it names them.</summary>
    private static bool Permits(LabelRequirement own, LabelRequirement wanted) => own.Operator switch
    {
        "In" => own.Values.AsEnumerable().Any(value => wanted.Holds(new([new(own.Key, value)]))),
        "DoesNotExist" => wanted.Holds(StringMap.Empty),
        _ => true,
    };
}
