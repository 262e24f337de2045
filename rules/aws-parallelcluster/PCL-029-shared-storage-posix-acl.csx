Fact<string?> PathOf(ConfiguredServer server) => server.Setting("rserver.conf", "server-shared-storage-path");

Truth IsAnyOf(Fact<MountedStorage> storage, Items<FileSystemType> types) => storage.Is(own => types.Contains(own.Type));

// NFS has ACLs of its own kind since version 4; whether POSIX ones work behind it only the host can try.
Judgement ByType(Fact<MountedStorage> storage, string path) =>
    IsAnyOf(storage, [FileSystemType.Lustre, FileSystemType.Local, FileSystemType.Ebs, FileSystemType.Efs])
        ? Require(!IsAnyOf(storage, [FileSystemType.Efs]), $"{path} is on EFS, which has no POSIX ACLs")
        : Undecidable($"whether {path} takes POSIX ACLs on this kind of file system only the host can tell", "POSIX ACLs of the shared storage");

Judgement OnNode(ComputeInstance node, string path, Environment env) => node.Acls.Value.Where(acl => acl.Path == path) is { IsEmpty: false } told
    ? Require(node.Acls.Is(acls => acls.All(acl => acl.Path != path || acl.HasPosixAcl)), $"{path} on {node.Id} takes no POSIX ACL")
    : ByType(env.StorageAt(node, path), path);

Judgement OnGroups(string path, Environment env) => env.LoginGroups().Any() && env.LoginGroups().All(group => IsAnyOf(env.StorageAt(group, path), [FileSystemType.Lustre]))
    ? Require(env.LoginGroups().All(group => IsAnyOf(env.StorageAt(group, path), [FileSystemType.Lustre])), $"{path} is not on Lustre")
    : env.LoginGroups().Any(group => IsAnyOf(env.StorageAt(group, path), [FileSystemType.Efs]))
        ? Fail($"{path} is on EFS, which has no POSIX ACLs")
        : Undecidable($"whether {path} takes POSIX ACLs only a login node can tell", "POSIX ACLs of the shared storage");

Judgement Judge(WorkbenchServer server, string path, Environment env) => server.Host.Value is { } host
    ? OnNode(env.Resolve(host).Value, path, env)
    : OnGroups(path, env);

new Rule<ConfiguredServer>
{
    Title = "The shared storage supports POSIX ACLs",
    Level = Level.Should,
    Source = "Posit Workbench on AWS ParallelCluster, Storage",
    Statements = ["parallelcluster:110", "parallelcluster-2024:133"],
    Why = "Sharing a project sets POSIX ACLs; without them people cannot open what is shared with them.",
    Fix = "Put the shared storage on the Lustre file system of the homes.",
    At = "files[rserver.conf].server-shared-storage-path, files[rserver.conf], sharedStorage[/home]",
    Check = (server, env) => server.OnHost is { } host
        ? PathOf(server).Value is { } path ? Judge(host, MountPath.Normalize(path), env) : Fail($"{server} has no shared storage")
        : NotApplicable($"{server} runs in Kubernetes"),
}
