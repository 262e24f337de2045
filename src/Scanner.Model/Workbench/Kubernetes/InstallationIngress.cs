namespace Scanner.Model;

/// <summary>What leads requests from outside the cluster to a Workbench installation.</summary>
public static class InstallationIngress
{
    /// <summary>The ingresses, routes and proxies that send requests to a service of the installation.</summary>
    public static ResourceSet<Ingress> Ingresses(this Installation installation) => installation.Environment.Of<Ingress>().Where(ingress =>
        ingress.Backends.Is(backends => installation.Services.Any(service => backends.Any(b => Names(ingress, b.Service, service)))));

    /// <summary>What its status, or that of its gateways, says that users reach; empty where no controller has admitted it.</summary>
    public static Truth IsAdmitted(this Ingress ingress, Environment environment) => ingress.Hostnames.Is(names => !names.IsEmpty)
        || ingress.Parents.Is(parents => environment.Of<Gateway>().Any(gateway => parents.Any(p => IsCalled(gateway, p)) && gateway.Hostnames.Is(names => !names.IsEmpty)));

    private static Truth Names(Ingress ingress, string backend, KubeService service) => backend.Split('/') is [var space, var name]
        ? service.Namespace == space && service.Name == name
        : ingress.Namespace.Is(own => service.Namespace == own) && service.Name == backend;

    private static Truth IsCalled(Gateway gateway, string parent) => parent.Split('/') is [var space, var name] ? gateway.Namespace == space && gateway.Name == name : gateway.Name == parent;
}
