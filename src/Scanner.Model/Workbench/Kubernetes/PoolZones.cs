namespace Scanner.Model;

/// <summary>Which zones a pool of Karpenter's may make its nodes in: of the subnets of its class, those that its requirements and labels leave.</summary>
internal static class PoolZones
{
    private const string ById = "topology.k8s.aws/zone-id";

    /// <summary>All of these name the zone; Karpenter takes the older ones for the first.</summary>
    private static readonly string[] s_byName = ["topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone", "topology.ebs.csi.aws.com/zone"];

    public static Truth Admit(NodeGroup pool, Subnet subnet) => pool.Provisioner.Is(by => !NodePools.IsKarpenters(by)) || pool.Labels.Is(labels => pool.Requirements.Is(asked =>
        s_byName.Where(key => IsAsked(key, labels, asked)).ToItems().All(key => subnet.AvailabilityZone.Is(zone => Holds(key, zone, labels, asked)))
            && (!IsAsked(ById, labels, asked) || subnet.AvailabilityZoneId.Is(zone => zone is not null && Holds(ById, zone, labels, asked)))));

    private static bool IsAsked(string key, StringMap labels, Items<LabelRequirement> asked) => labels.Has(key) || asked.AsEnumerable().Any(r => r.Key == key);

    private static bool Holds(string key, string zone, StringMap labels, Items<LabelRequirement> asked) => NodeLabelling.MayHold(new(key, "In", [zone]), labels, asked);
}
