namespace Scanner.Model;

/// <summary>The hosts outside clusters that belong to a Slurm cluster, by their own word.</summary>
internal static class SlurmHosts
{
    /// <summary>Complete only where every host in view said whether it has Slurm: nothing else lists the nodes of a Slurm cluster.</summary>
    public static ResourceSet<ComputeInstance> Of(Environment environment)
    {
        var outside = new HostSearch(environment).Outside();
        var found = outside.Where(host => host.HasSlurmClient.Noted().IsTrue || host.RunsSlurmController.Noted().IsTrue);
        if (found.Members.Count == 0 && UsesNone(environment)) return new([], null);
        // a Workbench host is told for what it is
        var servers = environment.Of<WorkbenchServer>().Members.Select(m => m.Item.Host).Where(h => h is { IsKnown: true, Value: not null }).Select(h => h.Value!.Value.Id).ToHashSet(StringComparer.Ordinal);
        var silent = outside.Members.Select(m => m.Item).FirstOrDefault(h => HostStates.MayServe(h) && !servers.Contains(h.Id) && h.HasSlurmClient.IsUnknown && !h.RunsSlurmController.IsTrue);
        return new(found.Members, silent is not null ? Unsaid(environment, $"whether {silent.Id} belongs to the Slurm cluster was not seen")
            : environment.Of<ComputeInstance>().Unlisted is not { } unlisted ? null
            : unlisted.MakesIncomplete ? unlisted : Unsaid(environment, "which nodes the Slurm cluster has besides those that told of themselves is not known"));
    }

    /// <summary>Whether every server of the deployment surely sends its sessions elsewhere: then nobody need say what Slurm has.</summary>
    private static bool UsesNone(Environment environment)
    {
        if (environment.HostsOutsideClusters is not { Unlisted: null, Members: { Count: > 0 } hosts }) return false;
        var servers = environment.Of<WorkbenchServer>().Members.Select(m => m.Item).ToList();
        bool Tells(ComputeInstance host) => servers.Exists(s => s.Host is { IsKnown: true, Value: { } on } && on.Id == host.Id && IsElsewhere(s));
        return hosts.All(m => Tells(m.Item));
    }

    private static bool IsElsewhere(WorkbenchServer server) => server.Sections("launcher.conf", "cluster")
        .Is(clusters => clusters.AsEnumerable().All(c => c.Values["type"] is { } type && !type.Trim().Equals("slurm", StringComparison.OrdinalIgnoreCase))).IsTrue;

    private static Gap Unsaid(Environment environment, string detail) => new(environment.Cluster.Scope, nameof(ComputeInstance), "Slurm", GapCause.Hidden,
        OneLine.Of(detail), new(RemedyKind.Probe, "every node of the Slurm cluster"));
}
