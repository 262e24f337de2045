namespace Scanner.Model;

/// <summary>The operating systems of hosts.</summary>
public static class HostSystems
{
    /// <summary>Whether a host runs Linux: by what EC2 says of its platform, else by its own word, which only Linux gives.</summary>
    public static Truth RunsLinux(this ComputeInstance host) => host.IsWindows.IsUnknown && host.OperatingSystem.IsKnown ? host.OperatingSystem.Is(_ => true) : !host.IsWindows;
}
