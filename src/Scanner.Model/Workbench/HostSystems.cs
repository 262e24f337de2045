namespace Scanner.Model;

/// <summary>What hosts run.</summary>
public static class HostSystems
{
    /// <summary>Whether a host runs Linux: by what EC2 says of its platform, else by its own word, which only Linux gives.</summary>
    public static Truth RunsLinux(this ComputeInstance host) => host.IsWindows.IsUnknown && host.OperatingSystem.IsKnown ? host.OperatingSystem.Is(_ => true) : !host.IsWindows;

    /// <summary>Whether Workbench is installed on a host: by its own word, else by the inventory of Systems Manager.</summary>
    public static Truth RunsWorkbench(this ComputeInstance host) => host.HasWorkbench.IsUnknown && host.Packages.IsKnown
        ? host.Packages.Is(packages => packages.AsEnumerable().Any(p => p.Name is "rstudio-server" or "rstudio-workbench"))
        : host.HasWorkbench;
}
