namespace Scanner.Model;

/// <summary>What network policies let a pod send.</summary>
internal static class EgressPolicies
{
    /// <summary>
    /// Whether they let a pod connect to a database: no policy for egress selects it, or a rule of one admits the port and every
    /// address that the database may have. Whether the cluster's network enforces policies cannot be seen; declared is declared.
    /// </summary>
    public static Truth Allow(Environment environment, Pod pod, Database database)
    {
        var policies = Of(environment, pod);
        return policies.None(_ => Truth.Of(true, Evidence.Derived)) || policies.Any(p => p.Egress.Is(rules => rules.Any(rule => Admits(environment, rule, database))))
            || (pod.UsesHostNetwork && Truth.Unknown(HostNetwork(pod)));
    }

    /// <summary>Most networks cannot tell such a pod's traffic from its node's, and let it pass.</summary>
    private static Gap HostNetwork(Pod pod) =>
        NetworkGap.Undecidable(pod.Id, $"whether network policies hold for {pod.Label}, which uses its node's network, is up to the cluster's network");

    /// <summary>The policies that say what a pod may send.</summary>
    public static ResourceSet<NetworkPolicy> Of(Environment environment, Pod pod) => environment.Of<NetworkPolicy>().Where(p =>
        p.Namespace.Is(space => pod.Namespace == space) && p.Types.Is(types => types.Contains("Egress")) && p.Pods.Is(selector => pod.Labels.Is(labels => selector.Matches(labels))));

    private static Truth Admits(Environment environment, NetworkPolicyRule rule, Database database) =>
        database.Port.Is(port => rule.Ports.IsEmpty || rule.Ports.AsEnumerable().Any(p => Covers(p, port)))
        && (rule.Peers.IsEmpty || AdmitsAddress(environment, rule, database));

    /// <summary>A named port is one of a pod's, which a database outside has none of.</summary>
    private static bool Covers(NetworkPolicyPort allowed, int port) => allowed.Protocol == "TCP"
        && (allowed.Port is null || (int.TryParse(allowed.Port, out var first) && port >= first && port <= (allowed.EndPort ?? first)));

    private static Truth AdmitsAddress(Environment environment, NetworkPolicyRule rule, Database database)
    {
        var open = rule.Peers.AsEnumerable().Where(p => p.Cidr is not null).ToList();
        if (open.Count == 0) return Truth.Of(false, Evidence.Derived);
        var subnets = environment.Resolve(database.Subnets);
        Truth Admitted(Subnet subnet) => subnet.Cidr.Is(cidr => cidr is { } block ? Covered(open, block, database) : Partly(database));
        // it is in one of them, and may move to any: only what holds for all is sure, and without any, nothing is
        return subnets.Any(Admitted) && (subnets.All(Admitted) || Partly(database));
    }

    private static Truth Partly(Database database) =>
        Truth.Unknown(NetworkGap.Undecidable(database.Id, $"network policies admit only part of the addresses that {database.Label} may have"));

    private static Truth Covered(List<NetworkPolicyPeer> open, Cidr block, Database database)
    {
        var blocks = open.Select(p => (Block: Cidr.Parse(p.Cidr!), Except: p.Except.AsEnumerable().Select(e => Cidr.Parse(e)).ToList())).ToList();
        if (blocks.Exists(b => b.Block is { } own && own.Contains(block) && b.Except.TrueForAll(e => e is { } out_ && !out_.Overlaps(block)))) return Truth.Of(true, Evidence.Derived);
        return blocks.TrueForAll(b => b.Block is { } own && (!own.Overlaps(block) || b.Except.Exists(e => e is { } out_ && out_.Contains(block))))
            ? Truth.Of(false, Evidence.Derived)
            : Partly(database);
    }
}
