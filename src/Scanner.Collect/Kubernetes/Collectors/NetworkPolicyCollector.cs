using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists network policies.</summary>
internal sealed class NetworkPolicyCollector : IKubernetesCollector
{
    private static readonly ApiResource s_resource = new("networking.k8s.io", ["v1"], "networkpolicies");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => scope.Observe(sink, s_resource,
        ["spec.podSelector", "spec.policyTypes", "spec.ingress", "spec.egress"], item => Map(scope, item), cancellationToken);

    private static NetworkPolicy Map(KubernetesScope scope, Answer<KubernetesItem> item) => new()
    {
        Id = scope.Object<NetworkPolicy>(item.Value!.Id!).Id,
        Key = ObjectIds.Key<NetworkPolicy>(item.Value.Id!),
        Name = item.Optional(i => i.Name()),
        Namespace = item.Map(i => i.Namespace()),
        Pods = item.Map(i => i["spec.podSelector"].Need().Selector()!),
        Types = item.Items(Types),
        Ingress = item.Items(i => i["spec.ingress"].Items().Select(rule => Rule(rule, "from"))),
        Egress = item.Items(i => i["spec.egress"].Items().Select(rule => Rule(rule, "to"))),
    };

    /// <summary>Where the policy does not say, the API takes it for one of ingress, and of egress as well if it has such rules.</summary>
    private static IEnumerable<string> Types(KubernetesItem item) => item["spec.policyTypes"].Items().Select(t => t.NeedText()).ToList() is { Count: > 0 } said ? said
        : item["spec.egress"].Items().Any() ? ["Ingress", "Egress"] : ["Ingress"];

    private static NetworkPolicyRule Rule(KubernetesField rule, string peers) => new(rule[peers].Items().Select(Peer).ToItems(), rule["ports"].Items().Select(Port).ToItems());

    private static NetworkPolicyPeer Peer(KubernetesField peer)
    {
        var block = peer["ipBlock"];
        var (namespaces, pods) = (peer["namespaceSelector"].Selector(), peer["podSelector"].Selector());
        // a peer in a form of which nothing is known here must not look like all pods
        return new(namespaces is null && pods is null ? block["cidr"].NeedText() : block["cidr"].Text(), block["except"].Items().Select(e => e.NeedText()).ToItems(), namespaces, pods);
    }

    private static NetworkPolicyPort Port(KubernetesField port) =>
        new(port["protocol"].Text() ?? "TCP", port["port"].Scalar(), port["endPort"].Number()); // TCP as the API defines it
}
