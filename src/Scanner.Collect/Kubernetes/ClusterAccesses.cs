namespace Scanner.Collect.Kubernetes;

/// <summary>The ways that kubeconfigs and this machine know, before anything is asked: what is wrong with them must not cost a scan.</summary>
internal static class ClusterAccesses
{
    /// <summary>Without the EKS clusters that are known by name, which only AWS can say more of.</summary>
    /// <exception cref="KubeconfigException">One cannot be used, or two clusters have one name.</exception>
    public static IReadOnlyDictionary<KubernetesTarget, ClusterAccess> Of(IEnumerable<KubernetesTarget> clusters)
    {
        var accesses = new Dictionary<KubernetesTarget, ClusterAccess>(ReferenceEqualityComparer.Instance);
        foreach (var cluster in clusters)
            if (Of(cluster) is { } access) accesses.Add(cluster, access);
        if (accesses.Values.GroupBy(a => a.Name, StringComparer.Ordinal).FirstOrDefault(g => g.DistinctBy(a => a.Server).Skip(1).Any()) is { } same)
            throw new KubeconfigException($"{string.Join(" and ", same.Select(a => a.Server.Authority).Distinct())} are both called {same.Key}: rename one (kubectl config rename-context)");
        return accesses;
    }

    private static ClusterAccess? Of(KubernetesTarget cluster) => cluster switch
    {
        KubeconfigTarget kubeconfig => kubeconfig.Access(),
        InClusterTarget => InClusterTarget.Access(),
        _ => null,
    };
}
