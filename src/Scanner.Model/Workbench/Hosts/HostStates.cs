using Scanner.Model.Snapshots;

namespace Scanner.Model;

/// <summary>Whether hosts run.</summary>
internal static class HostStates
{
    /// <summary>By AWS; of one that no AWS was asked about, by its having said something of itself.</summary>
    public static Truth IsRunning(Environment environment, ComputeInstance host) =>
        environment.IsOnHosts && !host.State.IsKnown && (host.Id.StartsWith("probe://", StringComparison.Ordinal) || environment.Scopes.All(ScopeName.IsDeclared))
            ? host.OperatingSystem.Is(_ => true) : host.IsRunning;

    /// <summary>Whether it may serve anybody at all: one that is gone, of a Kubernetes cluster, or of Windows does not.</summary>
    public static bool MayServe(ComputeInstance host) => host.State is not { IsKnown: true, Value: "terminated" or "shutting-down" }
        && host.Role is not { IsKnown: true, Value: NodeRole.KubeNode } && !host.IsWindows.IsTrue;
}
