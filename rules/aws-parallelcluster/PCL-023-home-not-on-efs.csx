new Rule<Environment>
{
    Title = "User homes are not on EFS",
    Level = Level.Should,
    Severity = Severity.Error,
    Source = "Posit Workbench on AWS ParallelCluster, Storage",
    Statements = ["parallelcluster:48"],
    Why = "Home directories hold many small files; on EFS, package installation and project start-up become painfully slow.",
    Fix = "Add an FSx for Lustre file system to SharedStorage at /home, and move the homes there.",
    At = "sharedStorage[/home]",
    Check = (env, _) => Require(
            env.Home().Is(home => home.Type != FileSystemType.Efs),
            $"homes of {env.Cluster} are on EFS: {env.Home().Map(home => home.Label)}")
        .NoteIf(env.Home().Is(home => home.IsDefault), $"nothing is declared at /home, so ParallelCluster's default applies"),
}
