// A path that is mounted where Workbench runs must be the same one where sessions run.
Truth IsSame(MountedStorage here, MountedStorage there) => here.IsShared && here.IsSameAs(there);

Truth IsSharedByGroups(Environment env, string path) => env.WorkbenchGroups().All(group => env.StorageAt(group, path).Is(here =>
    env.SessionGroups().All(queue => env.StorageAt(queue, path).Is(there => IsSame(here, there)))));

Truth IsSharedByHosts(Environment env, string path) => env.WorkbenchHosts().All(host => env.StorageAt(host, path).Is(here =>
    env.ComputeNodes().All(node => env.StorageAt(node, path).Is(there => IsSame(here, there)))));

Truth IsShared(Environment env, string path) => env.IsOnHosts ? IsSharedByHosts(env, path) : IsSharedByGroups(env, path) && IsSharedByHosts(env, path);

Truth HasBothSides(Environment env) => env.IsOnHosts
    ? env.WorkbenchHosts().Any() && env.ComputeNodes().Any()
    : env.WorkbenchGroups().Any() && env.SessionGroups().Any();

// Images that sessions run in must be where sessions run.
Truth ImagesAreShared(Environment env) => env.Servers.All(server => server.Written("launcher.slurm.conf", "singularity-image-directory")
    .Is(path => path == null || path == "" || IsShared(env, path)));

Judgement OfPath(Environment env, string path) => Require(IsShared(env, path), $"{path} is not the same network file system on Workbench servers and Slurm nodes").About(env.Cluster, $"sharedStorage[{path}], sharedStorage");

new Rule<Environment>
{
    Title = "The usual shared paths are on shared storage",
    Level = Level.Advice,
    Source = "Posit Workbench reference architectures, Slurm",
    Statements = ["workbench:66-69"],
    Why = "A session runs on another node each time. What lies on a node's own disk is not there the next time, and not on the Workbench server either.",
    Fix = "Mount the same network file system at the path on all Workbench servers and Slurm nodes (SharedStorage in ParallelCluster).",
    At = "sharedStorage[/home]",
    Check = (env, _) =>
    {
        if (!HasBothSides(env)) return Undecidable($"no Slurm node was seen that would say what it has mounted", "what Slurm nodes have mounted");
        var all = Require(ImagesAreShared(env), $"singularity-image-directory is not the same network file system on Workbench servers and Slurm nodes");
        foreach (var path in env.Parameters.SharedPaths) all = OfPath(env, path).And(all);
        return all;
    },
}
