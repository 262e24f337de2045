namespace Scanner.Model;

/// <summary>Which load balancers users come in through.</summary>
internal static class EntryHops
{
    private static readonly Items<int> s_known = [8787, 443];

    /// <summary>Every hop that leads to a Workbench host at a port of Workbench's, or would if it had targets.</summary>
    /// <remarks>
    /// ParallelCluster's own login load balancer serves SSH (22) only and is no entry. A hop that leads to Workbench hosts at another
    /// port is in doubt, and so is one whose targets could not be read.
    /// </remarks>
    internal static ResourceSet<EntryHop> EntryHopsOf(Environment environment)
    {
        var hosts = environment.LoginNodes();
        var groups = environment.LoginGroups();
        var balancers = environment.Of<LoadBalancer>();
        var unlisted = balancers.Unlisted ?? hosts.Unlisted ?? groups.Unlisted;
        var members = new List<Member<EntryHop>>();
        foreach (var (balancer, _) in balancers.Members)
        {
            var (actions, gap) = ListenerActions.Of(balancer, environment);
            unlisted ??= gap;
            foreach (var (listener, action) in actions)
                foreach (var forward in action)
                    unlisted ??= Classify(new(environment, balancer, listener, action), forward, members);
        }
        return new([.. members.DistinctBy(m => m.Item.Key).OrderBy(m => m.Item.Key, StringComparer.Ordinal)], unlisted);
    }

    private sealed record Candidate(Environment Environment, LoadBalancer Balancer, Listener Listener, Items<Forward> Action);

    /// <returns>The gap where the target group itself was not seen.</returns>
    private static Gap? Classify(Candidate from, Forward forward, List<Member<EntryHop>> members)
    {
        var group = from.Environment.Resolve(forward.TargetGroup);
        if (!group.IsKnown) return group.Gap;
        var (isEntry, doubt) = Judge(from, group.Value);
        if (isEntry) members.Add(new(new EntryHop(from.Balancer, group.Value, from.Listener, from.Action), doubt));
        return null;
    }

    /// <summary>An entry by what the pool registers, or by what is registered; a sure answer of either counts before a doubtful one.</summary>
    private static (bool IsEntry, Gap? Doubt) Judge(Candidate from, TargetGroup group)
    {
        var byPool = IsServedByPool(from.Environment, group) ? ByOwnPort(from.Environment, group) : (IsEntry: false, Doubt: null);
        if (byPool is { IsEntry: true, Doubt: null }) return byPool;
        var byTargets = ByTargets(from, group);
        return byTargets.IsEntry && (byTargets.Doubt is null || !byPool.IsEntry) ? byTargets : byPool;
    }

    private static (bool IsEntry, Gap? Doubt) ByTargets(Candidate from, TargetGroup group)
    {
        if (!group.Targets.IsKnown) return (true, group.Targets.Gap);
        var ours = group.Targets.Value.Where(t => IsHost(from.Environment, t)).Select(t => t.Port);
        if (!ours.IsEmpty) return ByPort(from.Environment, group, ours);
        if (!group.Targets.Value.IsEmpty) return (false, null);
        var named = IsNamedEntry(from);
        return named.IsTrue ? ByOwnPort(from.Environment, group) : (named.IsUnknown, named.IsUnknown ? named.Gap : null);
    }

    private static (bool IsEntry, Gap? Doubt) ByOwnPort(Environment environment, TargetGroup group) =>
        group.Port.IsKnown ? ByPort(environment, group, [group.Port.Value]) : (true, group.Port.Gap);

    private static (bool IsEntry, Gap? Doubt) ByPort(Environment environment, TargetGroup group, Items<int?> ports)
    {
        var given = environment.Parameters.WorkbenchPorts;
        bool Serves(int? port) => port is { } p && (s_known.Contains(p) || (given.IsKnown && given.Value.Contains(p)));
        if (ports.Any(p => Serves(p)).IsTrue) return (true, null);
        if (given.IsKnown || ports.All(p => p == 22).IsTrue) return (false, null);
        return (true, new Gap(group.Scope, nameof(TargetGroup), "workbenchPorts", GapCause.Undecidable,
            $"{group.Label} leads to Workbench hosts at port {ports}, and it is not known whether Workbench listens there", new(RemedyKind.Parameter, "workbenchPorts")));
    }

    private static bool IsServedByPool(Environment environment, TargetGroup group) =>
        environment.LoginGroups().Members.Any(m => m.Item.TargetGroups is { IsKnown: true } tgs && tgs.Value.Contains(new(group.Id)));

    private static bool IsHost(Environment environment, Target target) => environment.LoginNodes().Members.Any(m =>
        m.Item.Id == target.Id || (m.Item.PrivateIps is { IsKnown: true } ips && ips.Value.Contains(target.Id)));

    /// <summary>Named by the user, or tagged with the cluster's name: kept without targets, so that "no target" is a finding.</summary>
    private static Truth IsNamedEntry(Candidate from)
    {
        var named = from.Environment.Parameters.EntryLoadBalancers;
        if (named.IsKnown && (named.Value.Contains(from.Balancer.Id) || named.Value.Contains(from.Balancer.Label))) return Truth.Of(true, Evidence.Derived);
        return from.Balancer.Tags.Is(tags => tags["parallelcluster:cluster-name"] == from.Environment.Cluster.Label);
    }
}
