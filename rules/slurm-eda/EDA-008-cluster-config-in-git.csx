new Rule<Environment>
{
    Title = "The cluster's YAML is tracked in Git and equals what runs",
    Level = Level.Should,
    Source = "Slurm for EDA with AWS ParallelCluster, Deployment",
    Statements = ["slurm-eda:14", "slurm-eda:50"],
    Why = "A file that is not what runs brings back old settings with the next update, and what is not in Git cannot be reviewed or repeated.",
    Fix = "Commit the configuration, update the cluster from it, and attest EDA-008: Git itself is not looked at.",
    Check = (env, _) => Require(
            env.DifferencesFromFile().None(_ => true) && env.Attested("EDA-008"),
            $"the file and what runs differ: {env.DifferencesFromFile()}")
        .NoteIf(env.Attested("EDA-008"), $"that the file is tracked in Git is attested; compared is what Scanner reads of cluster and node groups"),
}
