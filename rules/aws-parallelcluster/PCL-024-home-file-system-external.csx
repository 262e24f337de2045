Items<SharedStorage> HomesOf(Items<SharedStorage> mounts, Environment env) => mounts.Where(mount => MountPath.Covers(mount.MountDir, env.Parameters.HomeMountPath));

Truth IsExternal(SharedStorage mount) => mount.FileSystemId is not null || mount.VolumeId is not null;

// The stack that made a file system stands in its tags.
Truth IsOfStack(FileSystem system, Environment env) => system.Tags.Is(tags => env.Cluster.Name.Is(name =>
    name is not null && (tags["aws:cloudformation:stack-name"] == name || tags["parallelcluster:cluster-name"] == name)));

Truth IsMadeByCluster(Environment env) => env.Home().Is(home => home.FileSystem is { } system ? IsOfStack(system, env) : !home.IsSeen);

string Fate(string? policy) => policy == "Retain" ? "which it keeps when it is deleted (DeletionPolicy Retain)" : "which is deleted with it";

new Rule<Environment>
{
    Title = "The home file system is managed outside the cluster stack",
    Level = Level.Should,
    Source = "Posit Workbench on AWS ParallelCluster, Storage",
    Statements = ["parallelcluster:104", "parallelcluster-2024:131"],
    Why = "A new version of ParallelCluster means a new cluster, and homes that the old one made go with it.",
    Fix = "Create the file system apart from the cluster, and name its FileSystemId (or VolumeId) in SharedStorage.",
    At = "sharedStorage[/home]",
    AppliesTo = (env, _) => env.Cluster.SharedStorage.Is(mounts => !HomesOf(mounts, env).IsEmpty),
    Check = (env, _) => Require(
            env.Cluster.SharedStorage.Is(mounts => HomesOf(mounts, env).All(IsExternal)),
            $"{env.Cluster} makes the file system of the homes itself, {Fate(HomesOf(env.Cluster.SharedStorage.Value, env)[0].DeletionPolicy)}")
        .And(Require(
            !IsMadeByCluster(env),
            $"the file system of the homes is a part of the stack of {env.Cluster}: {env.Home().Map(home => home.Label)}")),
}
