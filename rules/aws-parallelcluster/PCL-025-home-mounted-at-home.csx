// Where the directory puts homes, there they are, whatever is mounted at /home; fallback_homedir is for users that the directory gives none.
Truth IsElsewhere(string? home) => home != null && home != "/home" && !home.StartsWith("/home/", StringComparison.Ordinal);

Truth MovesHomes(DirectorySettings? directory) => directory is { } own ? IsElsewhere(own.SssdSettings["override_homedir"]) : false;

new Rule<Environment>
{
    Title = "The home file system is mounted at /home",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Shared storage",
    Statements = ["parallelcluster:104-106", "parallelcluster-2024:131"],
    Why = "Users, sessions and jobs expect homes at /home; mounted elsewhere, every node has homes of its own.",
    Fix = "Set MountDir of the home file system to /home in SharedStorage.",
    At = "sharedStorage[/home]",
    Check = (env, _) => Require(
            env.Cluster.SharedStorage.Is(mounts => mounts.Any(mount => mount.MountDir == "/home" && (mount.StorageType == "Efs" || mount.StorageType == "FsxLustre" || mount.StorageType == "FsxOpenZfs" || mount.StorageType == "FsxOntap"))),
            $"no file system is mounted at /home; declared: {env.Cluster.SharedStorage}")
        .And(Require(!env.Cluster.Directory.Is(MovesHomes), $"the directory service puts homes at {env.Cluster.DirectoryHome} (override_homedir), whatever is mounted at /home").About(env.Cluster, "directoryHome"))
        .NoteIf(env.Parameters.HomeMountPath != "/home", $"parameter homeMountPath says {env.Parameters.HomeMountPath}, and the architecture says /home")
        .NoteIf(env.Cluster.DirectoryHome.Is(IsElsewhere), $"the directory service puts homes at {env.Cluster.DirectoryHome}")
        .NoteIf(env.Cluster.HasCustomActions, $"a custom action could mount something else over /home, which cannot be seen from outside"),
}
