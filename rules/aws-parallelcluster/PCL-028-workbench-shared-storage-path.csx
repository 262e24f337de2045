Fact<string?> PathOf(ConfiguredServer server) => server.Written("rserver.conf", "server-shared-storage-path");

// The reference writes it so; the product knows no such key.
Truth HasOtherKey(ConfiguredServer server) => server.Written("rserver.conf", "server-shared-storage").Is(path => path is not null);

new Rule<ConfiguredServer>
{
    Title = "Workbench shared storage is at /home/rstudio/shared-storage",
    Level = Level.Should,
    Severity = Severity.Note,
    Source = "Posit Workbench on AWS ParallelCluster, Storage",
    Statements = ["parallelcluster:107-109", "parallelcluster-2024:133"],
    Why = "Where every deployment has it at the same place, people and scripts find it. The reference calls the key server-shared-storage; Workbench's own name is server-shared-storage-path, and it ignores the other.",
    Fix = "Set server-shared-storage-path=/home/rstudio/shared-storage in rserver.conf.",
    At = "files[rserver.conf].server-shared-storage-path",
    Check = (server, env) => Require(
            PathOf(server).Is(path => path is not null && MountPath.Normalize(path) == env.Parameters.SharedStoragePath),
            $"server-shared-storage-path of {server} is {PathOf(server)}, and not {env.Parameters.SharedStoragePath}")
        .NoteIf(HasOtherKey(server), $"rserver.conf of {server} has the key server-shared-storage, which Workbench does not know"),
}
