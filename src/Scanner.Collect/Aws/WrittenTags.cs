namespace Scanner.Collect.Aws;

/// <summary>Tags whose values AWS and its tools write themselves: ids and names, on which identities rest.</summary>
internal static class WrittenTags
{
    /// <summary>Nobody else can set these; below the tools' prefixes everybody can set others.</summary>
    private static readonly string[] s_prefixes = ["aws:", "kubernetes.io/cluster/"];

    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "parallelcluster:cluster-name", "parallelcluster:version", "parallelcluster:node-type", "parallelcluster:attributes",
        "parallelcluster:queue-name", "parallelcluster:compute-resource-name", "parallelcluster:login-nodes-pool", "parallelcluster:login-nodes-pool-name",
        "parallelcluster:image_id", "parallelcluster:image_name",
        "eks:cluster-name", "eks:eks-cluster-name", "eks:nodegroup-name", "eks:kubernetes-node-pool-name", "eks:kubernetes-node-class-name",
        "karpenter.sh/nodepool", "karpenter.sh/nodeclaim", "karpenter.sh/provisioner-name", "karpenter.k8s.aws/ec2nodeclass",
        "elbv2.k8s.aws/cluster", "ingress.k8s.aws/stack", "ingress.k8s.aws/resource", "service.k8s.aws/stack", "service.k8s.aws/resource",
        "kubernetes.io/service-name", "kubernetes.io/created-for/pv/name", "kubernetes.io/created-for/pvc/name", "kubernetes.io/created-for/pvc/namespace",
        "alpha.eksctl.io/cluster-name", "alpha.eksctl.io/nodegroup-name", "eksctl.cluster.k8s.io/v1alpha1/cluster-name",
        "cluster.k8s.amazonaws.com/name", "ebs.csi.aws.com/cluster", "efs.csi.aws.com/cluster",
    };

    public static bool Has(string name) => s_names.Contains(name) || Array.Exists(s_prefixes, p => name.StartsWith(p, StringComparison.Ordinal));
}
