namespace Scanner.Collect.Kubernetes;

/// <summary>The ways that kubeconfigs and this machine know, before anything is asked: what is wrong with them must not cost a scan.</summary>
internal static class ClusterAccesses
{
    /// <summary>Without the EKS clusters that are known by name, which only AWS can say more of.</summary>
    /// <exception cref="KubeconfigException">One cannot be used, or two have one name.</exception>
    public static IReadOnlyDictionary<KubernetesTarget, ClusterAccess> Of(IEnumerable<KubernetesTarget> clusters)
    {
        var accesses = new Dictionary<KubernetesTarget, ClusterAccess>(ReferenceEqualityComparer.Instance);
        foreach (var cluster in clusters)
            if (Of(cluster) is { } access) accesses.Add(cluster, access);
        if (accesses.Values.GroupBy(a => a.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Any(a => !a.IsSame(g.First()))) is { } same)
            throw new KubeconfigException($"{Servers([.. same.Select(a => a.Server.Authority).Distinct()])} are both called {same.Key}: rename one (kubectl config rename-context)");
        return accesses;
    }

    private static string Servers(IReadOnlyList<string> servers) => servers is [var one] ? $"two ways to {one}" : string.Join(" and ", servers);

    private static ClusterAccess? Of(KubernetesTarget cluster) => cluster switch
    {
        KubeconfigTarget kubeconfig => kubeconfig.Access(),
        InClusterTarget => InClusterTarget.Access(),
        _ => null,
    };
}
