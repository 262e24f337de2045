using Scanner.Model;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

public sealed class InstallationIngressTests
{
    [Fact]
    public void Ingress_leads_to_the_installation_whose_service_it_names()
    {
        Assert.True(KubernetesWorld.Sound().Installation().Ingresses().Any().IsTrue);
        Assert.True(With("grafana").Installation().Ingresses().Any().IsFalse);
        Assert.True(With("posit/rstudio-workbench").Installation().Ingresses().Any().IsTrue);
        Assert.True(With("other/rstudio-workbench").Installation().Ingresses().Any().IsFalse);
        Assert.True(KubernetesWorld.Sound().Deny<KubeService>(KubernetesWorld.Cluster).Installation().Ingresses().Any().IsUnknown);
    }

    [Fact]
    public void Route_is_admitted_by_its_gateways_address()
    {
        var route = KubernetesWorld.Sound().Set("k8s-ingress", "hostnames", Items.Create<string>([])).Set("k8s-ingress", "parents", Items.Create(["infra/outside"]));
        Assert.True(IsAdmitted(route).IsFalse);
        Assert.True(IsAdmitted(route.With(Gateway(["203.0.113.5"]))).IsTrue);
        Assert.True(IsAdmitted(route.With(Gateway([]))).IsFalse);
    }

    private static Truth IsAdmitted(KubernetesWorld world)
    {
        var environment = world.Environment();
        return environment.Of<Ingress>().Any(ingress => ingress.IsAdmitted(environment));
    }

    private static Gateway Gateway(string[] hostnames) => new() { Id = "k8s-gateway", Name = "outside", Namespace = "infra", Hostnames = hostnames.ToItems() };

    private static KubernetesWorld With(string service) => KubernetesWorld.Sound().Set("k8s-ingress", "backends", Items.Create([new IngressBackend(null, "/", service, "http")]));
}
