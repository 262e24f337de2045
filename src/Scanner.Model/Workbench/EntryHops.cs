namespace Scanner.Model;

/// <summary>Which load balancers users come in through.</summary>
internal static class EntryHops
{
    /// <summary>Every hop that leads to a Workbench host at a port of Workbench's, or would if it had targets.</summary>
    /// <remarks>
    /// ParallelCluster's own login load balancer serves SSH (22) only and is no entry. A hop that leads to Workbench at another
    /// port is in doubt, and so is one whose targets could not be read.
    /// </remarks>
    internal static ResourceSet<EntryHop> EntryHopsOf(Environment environment)
    {
        Backend behind = environment.IsKubernetes ? new PodBackend(environment) : environment.IsOnHosts ? new HostBackend(environment) : new LoginBackend(environment);
        var balancers = environment.Of<LoadBalancer>();
        var unlisted = balancers.Unlisted ?? behind.Unlisted ?? Unfound(environment, balancers);
        var members = new List<Member<EntryHop>>();
        foreach (var (balancer, _) in balancers.Members)
        {
            var (actions, gap) = ListenerActions.Of(balancer, environment);
            unlisted ??= gap;
            // weight 0 sends nothing; one target group behind several actions of a listener is one hop with all of them
            var ways = actions.SelectMany(a => a.Action.AsEnumerable().Where(f => f.Weight != 0).Select(f => (a.Listener, f.TargetGroup, a.Action)));
            foreach (var way in ways.GroupBy(w => (w.Listener, w.TargetGroup), w => w.Action))
                unlisted ??= Classify(new(environment, behind, balancer, way.Key.Listener, way.Key.TargetGroup, way.ToItems()), members);
        }
        return new([.. members.OrderBy(m => m.Item.Key, StringComparer.Ordinal)], unlisted);
    }

    private sealed record Candidate(Environment Environment, Backend Behind, LoadBalancer Balancer, Listener Listener, Ref<TargetGroup> Group, Items<Items<Forward>> Actions);

    /// <summary>A load balancer that the user names as an entry, and that was not seen.</summary>
    private static Gap? Unfound(Environment environment, ResourceSet<LoadBalancer> balancers)
    {
        var named = environment.Parameters.EntryLoadBalancers;
        var lost = named.IsKnown ? named.Value.AsEnumerable().FirstOrDefault(n => !balancers.Members.Any(m => m.Item.Id == n || m.Item.Label == n)) : null;
        return lost is null ? null : new Gap("", nameof(LoadBalancer), lost, GapCause.Hidden,
            $"parameter entryLoadBalancers names {lost}, which the scan did not find", new(RemedyKind.Parameter, "entryLoadBalancers"));
    }

    /// <returns>The gap where the target group itself was not seen.</returns>
    private static Gap? Classify(Candidate from, List<Member<EntryHop>> members)
    {
        var group = from.Environment.Resolve(from.Group);
        if (!group.IsKnown) return group.Gap;
        var isEntry = IsEntry(from, group.Value);
        if (!isEntry.IsFalse)
            members.Add(new(new EntryHop(from.Balancer, group.Value, from.Listener, from.Actions), isEntry.IsUnknown ? isEntry.Gap : null));
        return null;
    }

    /// <summary>By what stands behind it; else by the user's word, or by its tags.</summary>
    private static Truth IsEntry(Candidate from, TargetGroup group) =>
        from.Behind.IsServedBy(group)
        || (IsNamedEntry(from) && group.Registered.Is(targets => targets.IsEmpty) && group.Port.Is(port => from.Behind.ListensAt(port, group)))
        || (Truth.Of(IsNamedByUser(from), Evidence.Derived) && Truth.Unknown(Unrecognised(from, group)));

    /// <summary>Named by the user, or tagged with the cluster's name: kept without targets, so that "no target" is a finding.</summary>
    private static Truth IsNamedEntry(Candidate from) => Truth.Of(IsNamedByUser(from), Evidence.Derived)
        || !from.Environment.IsOnHosts && from.Balancer.Tags.Is(tags => tags["parallelcluster:cluster-name"] == from.Environment.Cluster.Label);

    private static bool IsNamedByUser(Candidate from) => from.Environment.Parameters.EntryLoadBalancers is { IsKnown: true } named
        && (named.Value.Contains(from.Balancer.Id) || named.Value.Contains(from.Balancer.Label));

    private static Gap Unrecognised(Candidate from, TargetGroup group) => new(group.Scope, nameof(TargetGroup), "entryLoadBalancers", GapCause.Undecidable,
        $"{from.Balancer.Label} is named as an entry, and the targets of {group.Label} are none of the Workbench hosts that were seen",
        new(RemedyKind.Parameter, "entryLoadBalancers"));
}
