using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Services of all namespaces, and the Helm releases that made some of them.</summary>
internal sealed class KubeServiceCollector : IKubernetesCollector
{
    private static readonly ApiResource s_services = new("", ["v1"], "services");

    public async Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var services = await scope.Resources(s_services, service => Map(service, scope), cancellationToken);
        sink.Cover<KubeService>(scope.Name, services.Evidence.Action, services.Gap);
        foreach (var service in services.Items) sink.Observe(service.Evidence, service.Value!);
        sink.Cover<HelmRelease>(scope.Name, services.Evidence.Action, services.Gap is { } gap ? gap with { Kind = nameof(HelmRelease) } : null);
        foreach (var release in HelmReleases.Of(services, scope)) sink.Observe(services.Evidence, release);
    }

    private static KubeService Map(Answer<ObjectField> service, KubernetesScope scope)
    {
        var name = service.NamedBy();
        return new()
        {
            Id = scope.Identity<KubeService>(name),
            Key = name is null ? "" : ObjectIds.Key<KubeService>(name),
            Name = service.Name(),
            Namespace = service.Namespace(),
            Type = service.Map(s => s["spec"]["type"].NeedText),
            Selector = service.Map(s => s["spec"].Present["selector"].Map),
            Ports = service.Items(s => s["spec"].Present["ports"].List.Select(Port)), // a service that only stands for a name has none
            SessionAffinity = service.Map(s => s["spec"]["sessionAffinity"].NeedText),
            ExternalTrafficPolicy = service.Optional(s => s["spec"].Present["externalTrafficPolicy"].Text),
            Hostnames = service.Items(s => s["status"].Present["loadBalancer"]["ingress"].List.Select(i => i["hostname"].Text ?? i["ip"].NeedText)),
            Labels = service.Labels(),
            Annotations = service.Annotations(),
        };
    }

    private static ServicePort Port(ObjectField port) => new(
        port["port"].NeedNumber,
        port["targetPort"].Scalar ?? port["port"].Scalar!, // documented: "If this is not specified, the value of the 'port' field is used"
        port["nodePort"].Number);
}
