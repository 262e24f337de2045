namespace Scanner.Model;

/// <summary>Workbench servers that an environment is not made of.</summary>
public static class ServersOfOthers
{
    /// <summary>Those on hosts that do not belong to the environment, such as another cluster's; none in Kubernetes, where each installation is one of the environment's.</summary>
    public static ResourceSet<ConfiguredServer> OtherServers(this Environment environment)
    {
        if (environment.IsKubernetes) return new([], null);
        var others = environment.Of<WorkbenchServer>().Where(s => s.Host.Is(host => host is not null) && !environment.Servers.Members.Any(own => own.Item.Id == s.Id));
        return new([.. others.Members.OrderBy(m => m.Item.Key, StringComparer.Ordinal).Select(m => new Member<ConfiguredServer>(new(m.Item), m.Doubt))], others.Unlisted);
    }
}
