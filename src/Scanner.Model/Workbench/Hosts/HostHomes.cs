namespace Scanner.Model;

/// <summary>What homes lie on where Workbench runs on hosts outside clusters.</summary>
internal static class HostHomes
{
    /// <summary>What each running host has there: a gap where one did not say, or where they do not have the same network file system.</summary>
    public static Fact<MountedStorage> Of(Environment environment, string path)
    {
        var hosts = environment.WorkbenchHosts();
        var said = hosts.Members.Where(m => m.Doubt is null).Select(m => environment.StorageAt(m.Item, path)).ToList();
        if (said.Find(s => s.IsKnown && !s.Value.IsShared) is { IsKnown: true } own) return own;
        if (said.Find(s => !s.IsKnown) is { Gap: { } unread } && said.Exists(s => !s.IsKnown)) return new(unread);
        if (said.Count == 0) return new(hosts.Unlisted ?? hosts.Members.Select(m => m.Doubt).FirstOrDefault() ?? Nobody(environment, path));
        return said.TrueForAll(s => s.Value.IsSameAs(said[0].Value).IsTrue) ? hosts.Unlisted is { } others ? new(others) : said[0] : new(Different(environment, path, said));
    }

    private static Gap Nobody(Environment environment, string path) => new(environment.Cluster.Scope, nameof(FileSystem), path, GapCause.Hidden,
        OneLine.Of($"no running host of {environment.Label} was seen that would say what {path} lies on"), new(RemedyKind.Probe, "every Workbench host"));

    private static Gap Different(Environment environment, string path, List<Fact<MountedStorage>> said) => new(environment.Cluster.Scope, nameof(FileSystem), path, GapCause.Ambiguous,
        OneLine.Of($"the hosts of {environment.Label} do not surely have the same at {path}: {string.Join(", ", said.Select(s => s.Value.Label).Distinct())}"), new(RemedyKind.Probe, "every Workbench host"));
}
