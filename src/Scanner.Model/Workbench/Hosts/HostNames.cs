namespace Scanner.Model;

/// <summary>How the parameter workbenchHosts names hosts: by id, by name, or by <c>tag=value</c>.</summary>
internal static class HostNames
{
    public static bool IsTag(string name) => name.Contains('=', StringComparison.Ordinal);

    public static Truth Means(string name, ComputeInstance host, ResourceSet<WorkbenchServer> servers) => Truth.Of(host.Id == name || host.Id == $"probe://{name}", Evidence.Derived)
        || host.Name.Is(own => own == name)
        || HasTag(host, name.Split('=', 2))
        || IsCalled(name, host, servers);

    /// <summary>A host that AWS does not show has its name from its own word only.</summary>
    private static Truth IsCalled(string name, ComputeInstance host, ResourceSet<WorkbenchServer> servers) =>
        Truth.Of(servers.Members.Any(m => (m.Item.Name.Is(own => own == name) && m.Item.Host.Is(on => on?.Id == host.Id)).IsTrue), Evidence.Derived);

    private static Truth HasTag(ComputeInstance host, string[] tag) => tag.Length == 2 ? host.Tags.Is(tags => tags[tag[0]] == tag[1]) : false;

    public static Gap Unfound(string name) => new("", nameof(ComputeInstance), name, GapCause.Hidden,
        OneLine.Of($"parameter workbenchHosts names {name}, which the scan did not find"), new(RemedyKind.Parameter, "workbenchHosts"));
}
