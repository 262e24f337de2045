namespace Scanner.Model;

/// <summary>Which labels the nodes of a pool that is still empty may get.</summary>
internal static class NodeLabelling
{
    /// <summary>Labels that every node gets from where and what it is. Any other comes from its pool, or not at all.</summary>
    private static readonly HashSet<string> s_own = new(StringComparer.Ordinal)
    {
        "topology.kubernetes.io/zone", "topology.kubernetes.io/region", "topology.k8s.aws/zone-id", "topology.ebs.csi.aws.com/zone",
        "failure-domain.beta.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/region",
        "kubernetes.io/arch", "kubernetes.io/os", "kubernetes.io/hostname", "beta.kubernetes.io/arch", "beta.kubernetes.io/os", "beta.kubernetes.io/instance-type",
        "node.kubernetes.io/instance-type", "node.kubernetes.io/windows-build", "karpenter.sh/capacity-type", "eks.amazonaws.com/capacityType",
    };

    /// <summary>Whether a node with these labels, and others that satisfy the pool's requirements, may satisfy a condition.</summary>
    public static bool MayHold(LabelRequirement wanted, StringMap labels, Items<LabelRequirement> requirements)
    {
        if (labels.Has(wanted.Key)) return wanted.Holds(labels);
        var own = requirements.AsEnumerable().Where(r => r.Key == wanted.Key).ToList();
        if (own.Count == 0) return IsOwn(wanted.Key) || wanted.Holds(labels);
        var values = own.Append(wanted).Where(r => r.Operator == "In").SelectMany(r => r.Values.AsEnumerable()).ToList();
        return values.Count == 0 || values.Exists(value => own.Append(wanted).All(r => r.Holds(new([KeyValuePair.Create(wanted.Key, value)]))));
    }

    private static bool IsOwn(string key) => s_own.Contains(key) || key.StartsWith("karpenter.k8s.aws/", StringComparison.Ordinal) || key.StartsWith("eks.amazonaws.com/instance-", StringComparison.Ordinal);
}
