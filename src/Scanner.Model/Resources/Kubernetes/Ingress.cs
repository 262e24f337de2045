namespace Scanner.Model;

/// <summary>A way into the cluster for HTTP: an Ingress, a Gateway API HTTPRoute, a Traefik IngressRoute or a Contour HTTPProxy.</summary>
public sealed class Ingress : NamespacedResource
{
    internal Ingress() { }

    public Fact<IngressFlavor> Flavor { get; internal init; }

    /// <summary><c>spec.ingressClassName</c>, else the annotation <c>kubernetes.io/ingress.class</c>; null where neither is set.</summary>
    public Fact<string?> ClassName { get; internal init; }

    /// <summary>Those of ingress controllers and of ExternalDNS, without snippets.</summary>
    public Fact<StringMap> Annotations { get; internal init; }

    public Fact<Items<string>> Hosts { get; internal init; }

    public Fact<Items<IngressBackend>> Backends { get; internal init; }

    /// <summary>What its status says the load balancer is called.</summary>
    public Fact<Items<string>> Hostnames { get; internal init; }

    /// <summary>The gateways of an HTTPRoute, <c>namespace/name</c>; empty for the others.</summary>
    public Fact<Items<string>> Parents { get; internal init; }

    /// <summary>Whether an annotation of it tells the AWS Load Balancer Controller what the load balancer is to be like.</summary>
    public Truth ConfiguresLoadBalancer => Annotations.Is(all => all.Entries.Any(a => a.Key.StartsWith("alb.ingress.kubernetes.io/", StringComparison.Ordinal)));

    /// <summary>Whether the object itself (not an annotation) keeps clients with a pod by a cookie; of no meaning for an Ingress.</summary>
    public Truth HasCookieAffinity { get; internal init; }
}
