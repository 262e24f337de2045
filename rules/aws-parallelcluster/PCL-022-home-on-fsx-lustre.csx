new Rule<Environment>
{
    Title = "User homes are on FSx for Lustre",
    Level = Level.Should,
    Source = "Posit Workbench on AWS ParallelCluster, Storage",
    Statements = ["parallelcluster:14", "parallelcluster:48", "parallelcluster:104", "parallelcluster-2024:20", "parallelcluster-2024:131"],
    Why = "Sessions feel as fast as the home file system; Lustre is the recommended and most cost-effective one.",
    Fix = "Mount an FSx for Lustre file system at /home (SharedStorage with MountDir /home).",
    At = "sharedStorage[/home]",
    Check = (env, _) => Require(
            env.Home().Is(home => home.Type == FileSystemType.Lustre),
            $"homes of {env.Cluster} are on {env.Home().Map(home => home.Label)} ({env.Home().Map(home => home.Type)})")
        .NoteIf(env.Home().Is(home => home.Type == FileSystemType.OpenZfs), $"FSx for OpenZFS is performant, but costs more and is not the recommended choice")
        .NoteIf(
            env.Home().Is(home => home.FileSystem != null && home.FileSystem.DeploymentType.Is(type => type != null && type.StartsWith("SCRATCH", StringComparison.Ordinal))),
            $"{env.Home().Map(home => home.Label)} is a scratch file system: no replication, no backup"),
}
