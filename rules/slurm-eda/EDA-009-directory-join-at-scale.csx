new Rule<Environment>
{
    Title = "Large clusters do not join every compute node to the directory",
    Level = Level.Should,
    Severities = [("aws-parallelcluster", Severity.Note)],
    Source = "Slurm for EDA with AWS ParallelCluster, Users and groups",
    Statements = ["slurm-eda:60"],
    Why = "Hundreds of nodes that start at once all ask the directory at once; when it falters, jobs fail with users that nobody knows.",
    Fix = "Sync users and groups to a file that nodes read, as the EDA solution does, instead of DirectoryService; parameter joinScaleThreshold says what is large.",
    At = "directory",
    Check = (env, _) => Require(
            env.Cluster.Directory.Is(directory => directory == null) || env.SessionGroups().Sum(group => group.Max) < env.Parameters.JoinScaleThreshold,
            $"up to {env.SessionGroups().Sum(group => group.Max)} compute nodes ask the directory {env.Cluster.Directory.Map(directory => directory == null ? "none" : directory.DomainName ?? "without a name")}")
        .NoteIf(
            env.Parameters.Architecture.Is(keys => keys.Contains("aws-parallelcluster")),
            $"Workbench on AWS ParallelCluster wants DirectoryService (PCL-002), and EDA at scale does without: the two references contradict each other"),
}
