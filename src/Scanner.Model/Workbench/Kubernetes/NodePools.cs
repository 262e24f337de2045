using System.Text.RegularExpressions;

namespace Scanner.Model;

/// <summary>The node groups of a Kubernetes cluster.</summary>
public static partial class NodePools
{
    /// <summary>Local and wavelength zones go on after the region's number, <c>us-east-1-bos-1a</c>; Availability Zones only have a letter there.</summary>
    [GeneratedRegex("[0-9]-", RegexOptions.CultureInvariant)]
    private static partial Regex BesideRegion { get; }

    /// <summary>Karpenter's node pools, and EKS Auto Mode's.</summary>
    public static ResourceSet<NodeGroup> KarpenterPools(this Environment environment) =>
        environment.InCluster().Where(g => g.Provisioner.Is(p => IsKarpenters(p)));

    /// <summary>The managed node groups of the EKS cluster.</summary>
    public static ResourceSet<NodeGroup> ManagedGroups(this Environment environment)
    {
        var cluster = environment.EksCluster();
        var groups = environment.InCluster().Where(g => g.Provisioner == Provisioner.EksManaged && cluster.Is(c => g.Cluster.Is(own => own?.Id == c.Id)));
        return new(groups.Members, groups.Unlisted ?? cluster.Gap); // of a cluster that AWS did not show, no group was seen either
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

    /// <summary>Whether managed nodes that are there satisfy what a placement requires of labels, or those may that a group without nodes will make.</summary>
    public static Truth MayUseManagedNodes(this Environment environment, PodPlacement placement)
    {
        var nodes = environment.ManagedNodes();
        return nodes.Any(node => node.Labels.Is(labels => placement.Admits(labels)))
            || environment.ManagedGroups().Any(group => !nodes.Any(node => node.ManagedNodeGroup.Is(own => own is not null && group.Name == own)) && group.MayHost(placement));
    }

    /// <summary>The labels that a pool's nodes surely get: those of its template, its own name, and what it requires to be one value.</summary>
    public static Fact<StringMap> NodeLabels(this NodeGroup pool) =>
        pool.Labels.Then(labels => pool.Asked().Then(requirements => pool.NameLabel().Then(key => pool.Name.Map(name => new StringMap(
        [
            .. requirements.AsEnumerable().Where(r => r.Operator == "In" && r.Values.Count == 1).Select(r => KeyValuePair.Create(r.Key, r.Values[0])),
            .. labels.Entries, KeyValuePair.Create(key, name ?? ""),
        ])))));

    /// <summary>Whether some node of the pool may satisfy what a placement requires of labels.</summary>
    public static Truth MayHost(this NodeGroup pool, PodPlacement placement) =>
        pool.NodeLabels().Is(labels => pool.Asked().Is(requirements => MayAdmit(placement, labels, requirements)));

    /// <summary>The subnets that node groups make nodes in, Karpenter's by their node class, and of these only those in zones that its pool admits.</summary>
    public static ResourceSet<Subnet> SubnetsOf(this Environment environment, ResourceSet<NodeGroup> groups) => groups.SelectMany(group =>
        environment.Resolve(group.Provisioner.Then(by => IsKarpenters(by) ? environment.SubnetsByClass(group) : group.Subnets)).Where(subnet => PoolZones.Admit(group, subnet)));

    /// <summary>Whether it is one of Karpenter's, which have requirements and a class.</summary>
    internal static bool IsKarpenters(Provisioner by) => by is Provisioner.Karpenter or Provisioner.EksAuto;

    private static Fact<Items<Ref<Subnet>>> SubnetsByClass(this Environment environment, NodeGroup pool) =>
        pool.NodeClass.Then(made => made is { } reference ? environment.Resolve(reference).Then(c => c.Subnets) : pool.Subnets);

    /// <summary>The Availability Zones of subnets; a local zone is none.</summary>
    public static Fact<Items<string>> ZonesOf(this Environment environment, ResourceSet<Subnet> found)
    {
        if ((found.Unlisted ?? found.Members.FirstOrDefault(m => m.Doubt is not null).Doubt) is { } gap) return new(gap);
        var zones = found.Members.Select(m => m.Item.AvailabilityZone).ToList();
        return zones.Select(z => z.Gap).FirstOrDefault(g => g is not null) is { } unread ? new(unread)
            : new(zones.Select(z => z.Value).Where(z => !BesideRegion.IsMatch(z)).Distinct().Order(StringComparer.Ordinal).ToItems(), Evidence.Derived);
    }

    private static ResourceSet<NodeGroup> InCluster(this Environment environment) => environment.IsKubernetes ? environment.Of<NodeGroup>() : new([], null);

    private static Truth MayPlace(Installation installation, NodeGroup pool, Ide ide) => installation.PlacementOf(ide).Is(placement =>
        pool.Taints.Is(taints => placement.Tolerates(taints)) && pool.MayHost(placement));

    /// <summary>What the group requires of its nodes, which only Karpenter's pools do.</summary>
    private static Fact<Items<LabelRequirement>> Asked(this NodeGroup pool) => pool.Provisioner.Then(by =>
        IsKarpenters(by) ? pool.Requirements : new Fact<Items<LabelRequirement>>([], Evidence.Derived));

    /// <summary>The label by which a node names its group.</summary>
    private static Fact<string> NameLabel(this NodeGroup pool) =>
        pool.Provisioner.Map(by => by is Provisioner.EksManaged ? "eks.amazonaws.com/nodegroup" : "karpenter.sh/nodepool");

    private static bool MayAdmit(PodPlacement placement, StringMap labels, Items<LabelRequirement> requirements)
    {
        bool Holds(LabelRequirement wanted) => NodeLabelling.MayHold(wanted, labels, requirements);
        return placement.NodeSelector.Entries.All(l => Holds(new(l.Key, "In", [l.Value])))
            && (placement.RequiredNodes.IsEmpty || placement.RequiredNodes.AsEnumerable().Any(term => !term.IsEmpty && term.AsEnumerable().All(Holds)));
    }
}
