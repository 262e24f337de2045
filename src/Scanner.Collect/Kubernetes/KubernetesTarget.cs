namespace Scanner.Collect.Kubernetes;

/// <summary>A cluster to look at, and the way to it.</summary>
public abstract record KubernetesTarget
{
    private protected KubernetesTarget() { }
}
