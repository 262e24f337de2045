Truth IsSame(Fact<MountedStorage> one, Fact<MountedStorage> other) => one.Is(own => other.Is(theirs => own.IsSameAs(theirs)));

// Configuration that is of no particular host holds on every login node.
Truth IsWithHomes(WorkbenchServer server, string path, Environment env) => server.Host.Is(host => host is { } reference
    ? env.Resolve(reference).Is(node => IsSame(env.StorageAt(node, path), env.StorageAt(node, env.Parameters.HomeMountPath)))
    : env.LoginGroups().Any() && env.LoginGroups().All(group => IsSame(env.StorageAt(group, path), env.StorageAt(group, env.Parameters.HomeMountPath))));

Fact<string?> PathOf(ConfiguredServer server) => server.Setting("rserver.conf", "server-shared-storage-path");

new Rule<ConfiguredServer>
{
    Title = "Workbench shared storage is on the home file system",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Storage",
    Statements = ["parallelcluster:107-109", "parallelcluster-2024:133"],
    Why = "There lie shared projects and what login nodes must know of each other; on a node's own disk nobody else sees it, and EFS has no POSIX ACLs for it.",
    Fix = "Set server-shared-storage-path in rserver.conf to a directory below /home.",
    At = "files[rserver.conf].server-shared-storage-path",
    Supersedes = ["GEN-021"],
    Check = (server, env) => server.OnHost is { } host
        ? Require(
            PathOf(server).Is(path => path is null ? false : IsWithHomes(host, MountPath.Normalize(path), env)),
            $"the shared storage of {server}, {PathOf(server)}, is not on the file system of the homes")
        : NotApplicable($"{server} runs in Kubernetes"),
}
