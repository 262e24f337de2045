using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists network policies.</summary>
internal sealed class NetworkPolicyCollector : IKubernetesCollector
{
    private static readonly ApiResource s_resource = new("networking.k8s.io", ["v1"], "networkpolicies");

    public IReadOnlyList<ApiResource> Resources => [s_resource];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        scope.Collect(s_resource, item => Map(scope, item), sink, cancellationToken);

    private static NetworkPolicy Map(KubernetesScope scope, Answer<ObjectField> item)
    {
        var name = item.NamedBy();
        return new()
        {
            Id = scope.Identity<NetworkPolicy>(name),
            Key = ObjectListing.Key<NetworkPolicy>(name),
            Name = item.Name(),
            Namespace = item.Namespace(),
            Pods = item.Map(i => Selectors.Of(i["spec"]["podSelector"])),
            Types = item.Items(Types),
            Ingress = item.Items(i => i["spec"]["ingress"].List.Select(rule => Rule(rule, "from"))),
            Egress = item.Items(i => i["spec"]["egress"].List.Select(rule => Rule(rule, "to"))),
        };
    }

    /// <summary>Where the policy does not say, the API takes it for one of ingress, and of egress as well if it has such rules.</summary>
    private static IEnumerable<string> Types(ObjectField item) => item["spec"]["policyTypes"].List.Select(t => t.NeedText).ToList() is { Count: > 0 } said ? said
        : item["spec"]["egress"].List.Any() ? ["Ingress", "Egress"] : ["Ingress"];

    private static NetworkPolicyRule Rule(ObjectField rule, string peers) => new(rule[peers].List.Select(Peer).ToItems(), rule["ports"].List.Select(Port).ToItems());

    private static NetworkPolicyPeer Peer(ObjectField peer)
    {
        var block = peer["ipBlock"];
        var (namespaces, pods) = (Selectors.Maybe(peer["namespaceSelector"]), Selectors.Maybe(peer["podSelector"]));
        // a peer in a form of which nothing is known here must not look like all pods
        return new(namespaces is null && pods is null ? block["cidr"].NeedText : block["cidr"].Text, block["except"].List.Select(e => e.NeedText).ToItems(), namespaces, pods);
    }

    private static NetworkPolicyPort Port(ObjectField port) =>
        new(port["protocol"].Text ?? "TCP", port["port"].Scalar, port["endPort"].Number); // TCP as the API defines it
}
