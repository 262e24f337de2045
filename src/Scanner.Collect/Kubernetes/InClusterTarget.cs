namespace Scanner.Collect.Kubernetes;

/// <summary>The cluster that this process itself runs in.</summary>
public sealed record InClusterTarget : KubernetesTarget
{
    /// <exception cref="KubeconfigException">This is no pod, or its service account cannot be used.</exception>
    internal static ClusterAccess Access() => InCluster.Access(Environment.GetEnvironmentVariable)
        ?? throw new KubeconfigException("this is no pod of a cluster (KUBERNETES_SERVICE_HOST is not set): run it in the cluster, or name a context of a kubeconfig");
}
