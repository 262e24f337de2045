namespace Scanner.Model;

/// <summary>A network policy (networking.k8s.io/v1 NetworkPolicy).</summary>
public sealed class NetworkPolicy : NamespacedResource
{
    internal NetworkPolicy() { }

    /// <summary>The pods that it holds for.</summary>
    public Fact<LabelSelector> Pods { get; internal init; }

    /// <summary><c>Ingress</c>, <c>Egress</c>.</summary>
    public Fact<Items<string>> Types { get; internal init; }

    /// <summary>What may come in, where <c>Types</c> has Ingress.</summary>
    public Fact<Items<NetworkPolicyRule>> Ingress { get; internal init; }

    /// <summary>What may go out, where <c>Types</c> has Egress.</summary>
    public Fact<Items<NetworkPolicyRule>> Egress { get; internal init; }
}
