namespace Scanner.Model;

/// <summary>Where an ingress sends requests.</summary>
/// <param name="Host">Null for every host.</param>
/// <param name="Path">Null for every path.</param>
/// <param name="Service">The service's name, in the ingress' namespace unless <c>namespace/name</c>.</param>
/// <param name="Port">The service's port, as a number or a name; null where it is not said.</param>
public sealed record IngressBackend(string? Host, string? Path, string Service, string? Port);
