Truth IsSeveral(Installation workbench) => workbench.DeclaredReplicas.Is(replicas => replicas >= 2);

ResourceSet<Installation> Behind(Ingress ingress, Environment env) => env.Installations.Where(workbench => IsSeveral(workbench) && workbench.Ingresses().Any(i => i.Id == ingress.Id));

ResourceSet<KubeService> Services(Ingress ingress, Environment env) => Behind(ingress, env).SelectMany(workbench => workbench.Services);

// By the class, else by what the annotations are made for.
Fact<string> ControllerOf(Ingress ingress, Environment env) => ingress.ClassName.Then(name => name is { } own
    ? env.Of<IngressClass>().Where(c => c.Name == own).Sole("the ingress class").Then(found => found is { } known ? known.Controller : (Fact<string>)own)
    : (Fact<string>)"");

bool Is(string controller, string part) => controller.Contains(part, StringComparison.Ordinal);

Truth Has(Ingress ingress, string annotation, string text) => ingress.Annotations.Is(a => (a[annotation] ?? "").Contains(text, StringComparison.Ordinal));

Truth OnService(Ingress ingress, Environment env) => Services(ingress, env).Any(s => s.Annotations.Is(a => a["traefik.ingress.kubernetes.io/service.sticky.cookie"] == "true"));

// There are two controllers of NGINX, each with an annotation of its own.
Truth ByController(Ingress ingress, string controller, Environment env) => Is(controller, "nginx")
    ? Has(ingress, "nginx.ingress.kubernetes.io/affinity", "cookie") || Has(ingress, "nginx.com/sticky-cookie-services", "serviceName=")
    : Is(controller, "traefik") ? OnService(ingress, env)
    : Has(ingress, "alb.ingress.kubernetes.io/target-group-attributes", "stickiness.enabled=true") && Has(ingress, "alb.ingress.kubernetes.io/target-type", "ip");

bool IsKnown(string controller) => Is(controller, "nginx") || Is(controller, "traefik") || Is(controller, "alb");

Truth ByAddress(Ingress ingress, Environment env) => Services(ingress, env).Any(s => s.SessionAffinity == "ClientIP");

Judgement OfClass(Ingress ingress, string controller, Environment env) => IsKnown(controller)
    ? Require(ByController(ingress, controller, env) || ByAddress(ingress, env), $"{ingress} ({controller}) does not keep a user with one pod")
        .NoteIf(ByAddress(ingress, env), $"the service keeps users by their address, which all share who come through one proxy")
    : Undecidable($"how {ingress} keeps a user with one pod is not known of its controller ({(controller.Length == 0 ? "none is named" : controller)})", "that the ingress has session affinity");

new Rule<Ingress>
{
    Title = "With several replicas, the ingress has session affinity",
    Level = Level.Should,
    Basis = Basis.Derived,
    Source = "Posit Workbench architectures, Kubernetes",
    Statements = ["parallelcluster:8", "workbench:48", "workbench:56"],
    Why = "A user whose next request lands on another pod loses the session page.",
    Fix = "Add the controller's setting for cookie affinity to the ingress, such as nginx.ingress.kubernetes.io/affinity: cookie.",
    At = "annotations",
    AppliesTo = (ingress, env) => Behind(ingress, env).Any(),
    Check = (ingress, env) => ingress.Flavor == IngressFlavor.Ingress
        ? OfClass(ingress, ControllerOf(ingress, env).Value, env)
        : Require(ingress.HasCookieAffinity || ByAddress(ingress, env), $"{ingress} does not keep a user with one pod"),
}
