namespace Scanner.Model;

/// <summary>Where a load balancer's listeners send requests.</summary>
internal static class ListenerActions
{
    /// <returns>Each action with its listener; and the gap where there may be more.</returns>
    public static (IReadOnlyList<(Listener Listener, Items<Forward> Action)> Actions, Gap? Missing) Of(LoadBalancer balancer, Environment environment)
    {
        if (!balancer.Listeners.IsKnown) return ([], balancer.Listeners.Gap);
        if (!balancer.Type.IsKnown) return ([], balancer.Type.Gap);
        var actions = balancer.Listeners.Value.Select(l => (l, l.Forwards)).ToList();
        if (balancer.Type.Value is not LoadBalancerType.Application) return (actions, null);
        if (!balancer.ListenerRules.IsKnown) return (actions, balancer.ListenerRules.Gap);
        var byId = balancer.Listeners.Value.ToDictionary(l => l.Id, StringComparer.Ordinal);
        foreach (var rule in balancer.ListenerRules.Value)
            if (!rule.IsDefault && byId.TryGetValue(rule.Listener, out var listener) && Concerns(rule, environment.Parameters.WorkbenchHostnames))
                actions.Add((listener, rule.Forwards));
        return (actions, null);
    }

    /// <summary>A rule for another host name (Connect, Package Manager) is no way into Workbench.</summary>
    private static bool Concerns(ListenerRule rule, Fact<Items<string>> hostnames) =>
        rule.Hosts.IsEmpty || !hostnames.IsKnown || hostnames.Value.Any(name => rule.Hosts.Any(pattern => Matches(pattern, name))).IsTrue;

    /// <summary>Host patterns as ELB knows them: <c>*</c> and <c>?</c>, no case.</summary>
    internal static bool Matches(string pattern, string name) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true);
}
