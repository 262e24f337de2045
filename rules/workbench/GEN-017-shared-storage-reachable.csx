Judgement Judge(Connections storage, Environment env) => Require(storage.AllOrAttested(env, "GEN-017"), $"cannot reach what they mount: {storage.Blocked}: {storage.FirstBlocked?.Reason}")
    .NoteIf(storage.AreDisputed, $"hosts say that they have file systems mounted which, by what was read of the network, they cannot reach")
    .Along(storage.FirstBlocked?.Path);

// An EFS of one zone has its only mount target there, and its name leads nowhere in another.
Truth IsBeside(NodeGroup group, FileSystem system, Environment env) => system.IsOneZone && system.Type == FileSystemType.Efs
    && env.Resolve(group.Subnets).Any(subnet => env.Resolve(system.Subnets).None(target => subnet.AvailabilityZone.Is(zone => target.AvailabilityZone == zone)));

Truth Mounts(NodeGroup group, FileSystem system) => group.Mounts.Is(mounts => mounts.Any(mount => mount.FileSystemId == system.Id));

ResourceSet<FileSystem> Beside(Environment env) =>
    env.Of<FileSystem>().Where(system => env.WorkbenchGroups().Union(env.SessionGroups()).Any(group => Mounts(group, system) && IsBeside(group, system, env)));

new Rule<Environment>
{
    Title = "Hosts can reach the file systems they mount",
    Level = Level.Must,
    Basis = Basis.Derived,
    Source = "Posit Workbench reference architectures, Load balanced cluster",
    Statements = ["parallelcluster-2024:131", "parallelcluster:104", "workbench:26", "workbench:28", "workbench:43", "workbench:56", "workbench:73"],
    Why = "A node that cannot reach the homes hangs when somebody logs in, or gives everybody an empty home that is lost with it. A computed path counts only where no host says that it has the file system mounted.",
    Fix = "Open NFS (2049) or Lustre (988) from the hosts' security group, and add the subnet's route table to a Multi-AZ file system.",
    FixFor = (env, _) => $"{env.ToStorage().FirstBlocked?.Fix ?? "Open NFS (2049) or Lustre (988) from the hosts' security group."}",
    Architectures = ["load-balanced", "external-resource-manager", "kubernetes", "slurm", "aws-parallelcluster", "aws-eks"],
    AppliesTo = (env, _) => env.ToStorage().Any,
    Check = (env, _) => Judge(env.ToStorage(), env)
        .And(Require(!Beside(env).Any(), $"nodes may be made in zones where these have no mount target: {Beside(env)}")),
}
