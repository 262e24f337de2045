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
        Gap? missing = null;
        foreach (var rule in balancer.ListenerRules.Value.Where(r => !r.IsDefault && Concerns(r, environment.Parameters.WorkbenchHostnames)))
            if (balancer.Listeners.Value.FirstOrDefault(l => l.Id == rule.Listener) is { } listener) actions.Add((listener, rule.Forwards));
            else missing = new(balancer.Scope, nameof(LoadBalancer), rule.Listener, GapCause.Hidden, $"{balancer.Label} has rules of a listener that was not seen", new(RemedyKind.Retry, "the listeners changed meanwhile"));
        return (actions, missing);
    }

    /// <summary>A rule for another host name (Connect, Package Manager) is no way into Workbench.</summary>
    private static bool Concerns(ListenerRule rule, Fact<Items<string>> hostnames) =>
        rule.Hosts.IsEmpty || !hostnames.IsKnown || hostnames.Value.Any(name => rule.Hosts.Any(pattern => Matches(pattern, name))).IsTrue;

    /// <summary>Host patterns as ELB knows them: <c>*</c> and <c>?</c>, no case.</summary>
    internal static bool Matches(string pattern, string name) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true);
}
