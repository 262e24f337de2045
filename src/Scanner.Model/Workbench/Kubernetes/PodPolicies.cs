namespace Scanner.Model;

/// <summary>Whether one pod reaches another: by the network, and by the network policies of both.</summary>
internal static class PodPolicies
{
    private const string Name = "kubernetes.io/metadata.name";

    public static Reachability Between(Environment environment, Pod from, Pod to, int port)
    {
        var path = environment.Network.CanReach(from, to, "tcp", port);
        var allowed = Allow(environment, from, to, port, egress: true) & Allow(environment, to, from, port, egress: false);
        if (allowed.IsTrue || path.Answer.IsFalse) return path;
        var names = string.Join(", ", environment.Of<NetworkPolicy>().Where(p => Selects(p, from) || Selects(p, to)).Members.Select(m => m.Item.Label));
        var hop = new NetworkHop($"network policies of {from.Label} and {to.Label}", allowed.IsFalse ? $"{names}: no rule admits tcp/{port}" : "what they admit cannot be told", allowed.IsFalse ? false : null);
        return path with
        {
            Answer = path.Answer & allowed, Path = path.Path with { Hops = [hop] }, Blocker = allowed.IsFalse ? names : null,
            Fix = allowed.IsFalse ? $"admit tcp/{port} between Workbench's pods in network policy {names}" : null,
        };
    }

    /// <summary>Whether no policy for that direction selects the pod, or a rule of one admits the other at the port.</summary>
    private static Truth Allow(Environment environment, Pod pod, Pod other, int port, bool egress)
    {
        var policies = environment.Of<NetworkPolicy>().Where(p => Selects(p, pod) && p.Types.Is(types => types.Contains(egress ? "Egress" : "Ingress")));
        return policies.None(_ => Truth.Of(true, Evidence.Derived))
            || policies.Any(p => (egress ? p.Egress : p.Ingress).Is(rules => rules.Any(rule => Covers(rule, port, egress ? other : pod) && Names(rule, p, other))));
    }

    private static Truth Selects(NetworkPolicy policy, Pod pod) =>
        policy.Namespace.Is(space => pod.Namespace == space) && policy.Pods.Is(selector => pod.Labels.Is(labels => selector.Matches(labels)));

    private static Truth Covers(NetworkPolicyRule rule, int port, Pod server) => rule.Ports.IsEmpty || rule.Ports.Any(p => p.Protocol != "TCP" ? (Truth)false
        : p.Port is null ? (Truth)true
        : int.TryParse(p.Port, out var first) ? port >= first && port <= (p.EndPort ?? first)
        : Truth.Unknown(NetworkGap.Undecidable(server.Id, $"which number {server.Label} gives to its port {p.Port} is not followed")));

    private static Truth Names(NetworkPolicyRule rule, NetworkPolicy policy, Pod other) => rule.Peers.IsEmpty || rule.Peers.Any(peer => peer.Cidr is { } block
        ? other.Ips.Is(ips => ips.Any(ip => Lets(peer, block, ip)))
        : IsIn(peer.Namespaces, policy, other) && (peer.Pods is not { } selector ? (Truth)true : other.Labels.Is(labels => selector.Matches(labels))));

    private static bool Lets(NetworkPolicyPeer peer, string block, string ip) => Cidr.Parse(block) is { } own && Cidr.Parse(ip) is { } address
        && own.Contains(address) && !peer.Except.AsEnumerable().Any(e => Cidr.Parse(e)?.Contains(address) == true);

    /// <summary>Every namespace is labelled with its name; other labels of theirs are not collected.</summary>
    private static Truth IsIn(LabelSelector? namespaces, NetworkPolicy policy, Pod other)
    {
        if (namespaces is null) return other.Namespace.Is(space => policy.Namespace == space);
        if (namespaces is { MatchLabels.Count: 0, MatchExpressions.IsEmpty: true }) return true;
        return namespaces.MatchExpressions.IsEmpty && namespaces.MatchLabels.Count == 1 && namespaces.MatchLabels[Name] is { } name ? other.Namespace == name
            : Truth.Unknown(NetworkGap.NotCollected($"namespaces with {namespaces}", "list namespaces"));
    }
}
