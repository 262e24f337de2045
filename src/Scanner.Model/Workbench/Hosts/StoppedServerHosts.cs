namespace Scanner.Model;

/// <summary>Hosts that run while their Workbench does not.</summary>
public static class StoppedServerHosts
{
    /// <summary>Workbench's hosts that say themselves that its unit is not active (node facts, <c>workbench.units</c>). One without facts is none of them: that it runs is all that is known, and what references ask for.</summary>
    public static ResourceSet<ComputeInstance> WithStoppedServer(this Environment environment)
    {
        var stopped = environment.Of<WorkbenchServer>().Members.Select(m => m.Item).Where(server => server.IsServerActive.IsFalse && server.Host is { IsKnown: true, Value: not null })
            .Select(server => server.Host.Value!.Value.Id).ToHashSet(StringComparer.Ordinal);
        return new([.. environment.WorkbenchHosts().Members.Where(m => stopped.Contains(m.Item.Id))], null);
    }
}
