namespace Scanner.Model;

/// <summary>An object that only a cluster's own API shows.</summary>
public abstract class KubernetesResource : Resource
{
    private protected KubernetesResource() { }
}
