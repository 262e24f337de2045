namespace Scanner.Model;

/// <summary>The kinds of objects that lead requests into a cluster.</summary>
public enum IngressFlavor
{
    /// <summary>networking.k8s.io Ingress.</summary>
    Ingress,

    /// <summary>Gateway API HTTPRoute.</summary>
    HttpRoute,

    /// <summary>Traefik's.</summary>
    IngressRoute,

    /// <summary>Contour's.</summary>
    HttpProxy,
}
