namespace Scanner.Model;

/// <summary>The AWS side of a Kubernetes cluster.</summary>
public static class EksClusters
{
    /// <summary>The EKS cluster that this Kubernetes cluster is, by its address, else by its nodes' tags; a gap where AWS did not show it.</summary>
    public static Fact<Cluster> EksCluster(this Environment environment)
    {
        var all = environment.Of<Cluster>().Where(c => c.Kind == ClusterKind.Eks);
        var same = all.Where(c => IsSame(environment, c));
        return same.Sole("the EKS cluster", RemedyKind.Attestation).Then(found => found is null ? new Fact<Cluster>(Unfound(environment)) : new Fact<Cluster>(found, Evidence.Derived));
    }

    private static Truth IsSame(Environment environment, Cluster eks)
    {
        var address = environment.Cluster.Endpoint;
        return address.IsKnown && address.Value is { } own
            ? eks.Endpoint.Is(endpoint => endpoint is not null && string.Equals(endpoint.TrimEnd('/'), own.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            : environment.Of<KubeNode>().Any(node => environment.InstanceOf(node).Then(i => i.Tags).Is(tags => eks.Name.Is(name =>
                tags["eks:cluster-name"] == name || tags["aws:eks:cluster-name"] == name || tags[$"kubernetes.io/cluster/{name}"] == "owned")));
    }

    private static Gap Unfound(Environment environment) => new(environment.Cluster.Scope, nameof(Cluster), "eks:DescribeCluster", GapCause.NotAsked,
        $"{environment.Label} is no EKS cluster that the scan saw in AWS", new(RemedyKind.Flag, "scan its account and region too: --aws-region REGION"));
}
