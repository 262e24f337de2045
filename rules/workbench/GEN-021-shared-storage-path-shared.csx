Fact<string> SharedPath(ConfiguredServer server) => server.Setting("rserver.conf", "server-shared-storage-path").Map(path => MountPath.Normalize(path!));

Truth AreSame(Fact<MountedStorage> one, Fact<MountedStorage> other) => one.Is(first => other.Is(second => first.IsSameAs(second)));

Truth IsSharedOn(ResourceSet<ComputeInstance> hosts, string path, Environment env) => hosts.All(host => env.StorageAt(host, path).Is(storage => storage.IsShared))
    && hosts.All(one => hosts.All(other => one.Id == other.Id || AreSame(env.StorageAt(one, path), env.StorageAt(other, path))));

Judgement OnHosts(ConfiguredServer server, Environment env) => Require(
    SharedPath(server).Is(path => IsSharedOn(env.WorkbenchHosts(), path, env)), $"{SharedPath(server)} of {server} is not the same shared storage on {env.WorkbenchHosts()}");

Judgement InPods(Installation workbench, ConfiguredServer server) => Require(
    SharedPath(server).Then(path => workbench.StorageAt(path)).Is(on => on == null ? false : on.IsReadWriteMany),
    $"{workbench} keeps shared storage at {SharedPath(server)}, which its {workbench.DeclaredReplicas} pods do not share");

new Rule<ConfiguredServer>
{
    Title = "Workbench's server-wide shared storage is on shared storage",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, File system requirements",
    Statements = ["parallelcluster-2024:133", "parallelcluster:107", "eks:140"],
    Why = "Shared projects and the list of sessions lie there: each server with a list of its own loses the others' sessions.",
    Fix = "Set server-shared-storage-path to a directory on the shared file system, or enable sharedStorage in the chart.",
    At = "files[rserver.conf].server-shared-storage-path",
    Architectures = ["load-balanced", "kubernetes", "aws-eks"],
    Severities = [("aws-eks", Severity.Error), ("kubernetes", Severity.Warning), ("load-balanced", Severity.Error)],
    AppliesTo = (server, env) => server.Installation is { } workbench ? workbench.DeclaredReplicas.Is(replicas => replicas > 1) : env.WorkbenchHosts().Count() > 1,
    Check = (server, env) => server.Installation is { } workbench ? InPods(workbench, server) : OnHosts(server, env),
}
