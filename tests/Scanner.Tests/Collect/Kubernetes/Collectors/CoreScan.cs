using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

/// <summary>One scan of a cluster with everything in it, for all tests that only look at it.</summary>
public sealed class CoreScan : IAsyncLifetime
{
    internal Snapshot Snapshot { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Snapshot = await new CoreCluster()
        .Set("nodes", CoreObjects.Node).Set("pods", CoreObjects.Pod, CoreObjects.Session).Set("services", CoreObjects.Service)
        .Set("persistentvolumeclaims", CoreObjects.Claim).Set("persistentvolumes", CoreObjects.Volume, CoreObjects.NfsVolume).Set("serviceaccounts", CoreObjects.Account)
        .Set("deployments", CoreObjects.Deployment).Set("statefulsets", Small("postgres", """{"replicas":1}"""))
        .Set("daemonsets", Small("node", """{"desiredNumberScheduled":4,"currentNumberScheduled":4,"numberMisscheduled":0,"numberReady":3,"numberAvailable":2}"""))
        .Set("jobs", Small("backup", """{"active":1,"ready":1}"""))
        .Set("storageclasses", CoreObjects.Class).Set("csidrivers", CoreObjects.Driver).Scan();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static string Small(string name, string status) =>
        CoreObjects.Small.Replace("NAME", name, StringComparison.Ordinal).Replace("STATUS", status, StringComparison.Ordinal);
}
