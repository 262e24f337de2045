namespace Scanner.Model;

/// <summary>A class of ingresses (networking.k8s.io/v1 IngressClass) or of gateways (GatewayClass).</summary>
public sealed class IngressClass : KubernetesResource
{
    internal IngressClass() { }

    /// <summary>E.g. <c>ingress.k8s.aws/alb</c>.</summary>
    public Fact<string> Controller { get; internal init; }

    public Truth IsDefault { get; internal init; }
}
