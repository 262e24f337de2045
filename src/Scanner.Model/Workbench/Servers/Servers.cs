namespace Scanner.Model;

/// <summary>The Workbench servers of an environment.</summary>
public static class Servers
{
    /// <summary>
    /// Every Workbench server by its configuration. Where a host runs Workbench, or may, and neither it nor any file tells how it is
    /// configured, the set is incomplete.
    /// </summary>
    internal static ResourceSet<ConfiguredServer> ServersOf(Environment environment)
    {
        if (environment.IsKubernetes)
            return new([.. environment.Installations.Members.Select(m => new Member<ConfiguredServer>(new(m.Item), m.Doubt))], environment.Installations.Unlisted);
        var seen = environment.Of<WorkbenchServer>();
        var own = seen.Where(s => s.Host.Is(host => host is not { } reference ? true : IsNode(environment, reference)));
        return new([.. own.Members.OrderBy(m => m.Item.Key, StringComparer.Ordinal).Select(m => new Member<ConfiguredServer>(new(m.Item), m.Doubt))], Unread(environment, own));
    }

    /// <summary>Which hosts are outside clusters may be open; one of a cluster is surely none of them, and what it shares with them it shares with others.</summary>
    private static Truth IsNode(Environment environment, Ref<ComputeInstance> host) => environment.IsOnHosts && IsOfCluster(environment, host)
        ? Truth.Of(false, Evidence.Derived) : environment.Nodes().Any(node => node.Id == host.Id);

    private static bool IsOfCluster(Environment environment, Ref<ComputeInstance> host) =>
        environment.Of<ComputeInstance>().Members.Any(m => m is { Doubt: null, Item.Cluster: { IsKnown: true, Value: not null } } && m.Item.Id == host.Id);

    /// <summary>Files that are of no particular host tell of all; else each host must have told.</summary>
    private static Gap? Unread(Environment environment, ResourceSet<WorkbenchServer> own)
    {
        if (own.Members.Any(m => m is { Doubt: null, Item.Host: { IsKnown: true, Value: null } })) return null;
        var hosts = environment.WorkbenchHosts();
        if (environment.WorkbenchGroups().Members.Select(m => m.Item).FirstOrDefault(g => g.IsToCome(environment)) is { } pool)
            return Silent(environment, pool.Id, OneLine.Of($"the change makes nodes of {pool.Label}, and how Workbench is configured on them is known once they are there"));
        var silent = hosts.Members.Select(m => m.Item).FirstOrDefault(h => !own.Members.Any(m => m.Item.Host is { IsKnown: true, Value: { } reference } && reference.Id == h.Id));
        return hosts.Unlisted ?? (silent is not null ? Silent(environment, silent.Id, $"how Workbench is configured on {silent.Id} was not read: only the host shows it, or its configuration files")
            : own.Members.Count == 0 ? Silent(environment, "WorkbenchServer", "how Workbench is configured was not read: only its hosts show it, or its configuration files") : null);
    }

    private static Gap Silent(Environment environment, string what, string detail) =>
        new(environment.Cluster.Scope, nameof(WorkbenchServer), what, GapCause.NotAsked, detail, new(RemedyKind.Probe, "every Workbench host"));
}
