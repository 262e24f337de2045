namespace Scanner.Model;

/// <summary>The AWS side of a Kubernetes cluster.</summary>
public static class EksClusters
{
    /// <summary>The EKS cluster that this Kubernetes cluster is, by its address, else by its nodes' tags; a gap where AWS did not show it.</summary>
    public static Fact<Cluster> EksCluster(this Environment environment)
    {
        var all = environment.Of<Cluster>().Where(c => c.Kind == ClusterKind.Eks);
        var byAddress = all.Where(c => HasAddress(environment, c));
        // an address that a tunnel or proxy stands for matches none, and says nothing
        var same = byAddress.Members.Any(m => m.Doubt is null) ? byAddress : all.Where(c => HasAddress(environment, c) || MadeNodes(environment, c));
        return same.Sole("the EKS cluster", RemedyKind.Attestation).Then(found => found is null ? new Fact<Cluster>(Unfound(environment)) : new Fact<Cluster>(found, Evidence.Derived));
    }

    /// <summary>The VPCs of a Kubernetes cluster's nodes that AWS shows, for one that is no EKS cluster; a gap where it shows none of them, or not all.</summary>
    internal static Fact<Items<Ref<Vpc>>> NodeVpcs(this Environment environment)
    {
        var nodes = environment.Of<KubeNode>();
        var vpcs = nodes.Members.Select(m => environment.InstanceOf(m.Item).Then(i => i.Vpc)).ToList();
        var gap = nodes.Unlisted ?? (vpcs.Count == 0 || vpcs.Exists(v => !v.IsKnown || v.Value is null) ? environment.EksCluster().Gap ?? Unfound(environment) : null);
        return gap is not null ? new(gap) : new(vpcs.Select(v => v.Value!.Value).Distinct().OrderBy(v => v.Id, StringComparer.Ordinal).ToItems(), Evidence.Derived);
    }

    private static Truth HasAddress(Environment environment, Cluster eks) => environment.Cluster.Endpoint.Is(own =>
        eks.Endpoint.Is(endpoint => own is not null && endpoint is not null && string.Equals(endpoint.TrimEnd('/'), own.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)));

    private static Truth MadeNodes(Environment environment, Cluster eks) =>
        environment.Of<KubeNode>().Any(node => environment.InstanceOf(node).Then(i => i.Tags).Is(tags => eks.Name.Is(name =>
            tags["eks:cluster-name"] == name || tags["aws:eks:cluster-name"] == name || tags[$"kubernetes.io/cluster/{name}"] == "owned")));

    private static Gap Unfound(Environment environment) => new(environment.Cluster.Scope, nameof(Cluster), "eks:DescribeCluster", GapCause.NotAsked,
        $"{environment.Label} is no EKS cluster that the scan saw in AWS", new(RemedyKind.Flag, "scan its account and region too: --aws-region REGION"));
}
