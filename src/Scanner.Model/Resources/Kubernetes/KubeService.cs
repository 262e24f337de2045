namespace Scanner.Model;

/// <summary>A service (core/v1 Service).</summary>
public sealed class KubeService : NamespacedResource
{
    internal KubeService() { }

    /// <summary><c>ClusterIP</c>, <c>NodePort</c>, <c>LoadBalancer</c>, <c>ExternalName</c>.</summary>
    public Fact<string> Type { get; internal init; }

    /// <summary>Empty where it has none, so that somebody else keeps its endpoints.</summary>
    public Fact<StringMap> Selector { get; internal init; }

    public Fact<Items<ServicePort>> Ports { get; internal init; }

    /// <summary><c>None</c> or <c>ClientIP</c>.</summary>
    public Fact<string> SessionAffinity { get; internal init; }

    /// <summary><c>Cluster</c> or <c>Local</c>; null for a service without an outside.</summary>
    public Fact<string?> ExternalTrafficPolicy { get; internal init; }

    /// <summary>What its status says the load balancer is called.</summary>
    public Fact<Items<string>> Hostnames { get; internal init; }

    public Fact<StringMap> Labels { get; internal init; }

    /// <summary>Those that are known to hold no secret.</summary>
    public Fact<StringMap> Annotations { get; internal init; }
}
