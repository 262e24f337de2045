Truth IsOutside(KubeService service) => service.Type == "LoadBalancer" && service.Hostnames.Is(names => !names.IsEmpty);

Truth IsOnNodes(KubeService service) => service.Type == "NodePort";

// Traefik's own routes have no status: whether anything serves them cannot be told.
Truth IsSilent(Ingress ingress) => ingress.Flavor == IngressFlavor.IngressRoute;

// Those that lead elsewhere.
ResourceSet<Ingress> Beside(Installation workbench, Environment env) => env.Of<Ingress>().Where(ingress => ingress.Namespace.Is(space => workbench.Server.Namespace == space));

Judgement ByService(Installation workbench, Environment env) => Require(
        workbench.Services.Any(service => IsOutside(service) || IsOnNodes(service)),
        $"no ingress that a controller has admitted leads to {workbench}, and no service of it has an outside; ingresses: {workbench.Ingresses()}")
        .About(Beside(workbench, env), "backends")
        .About(workbench.Services, "type")
    .Note($"users come in through a service, without an ingress");

new Rule<Installation>
{
    Title = "Users reach Workbench through an ingress controller",
    Level = Level.Should,
    Source = "Posit Workbench architectures, Kubernetes",
    Statements = ["workbench:56"],
    Why = "Without a way in, nobody can use Workbench but those who may forward ports; a controller also keeps TLS and sticky sessions in one place.",
    Fix = "Enable the chart's ingress with your controller's class, and see that the controller gives it an address.",
    Check = (workbench, env) => workbench.Ingresses().Any(ingress => ingress.IsAdmitted(env))
        ? Require(workbench.Ingresses().Any(ingress => ingress.IsAdmitted(env)), $"no ingress of {workbench} is admitted")
        : workbench.Ingresses().Any(ingress => IsSilent(ingress)) ? Undecidable($"{workbench.Ingresses()} leads to {workbench}, and has no status that says whether a controller serves it", "the way in for users")
        : ByService(workbench, env),
}
