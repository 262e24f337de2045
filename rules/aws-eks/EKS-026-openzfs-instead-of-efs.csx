new Rule<Installation>
{
    Title = "Homes are not on Regional or One Zone EFS",
    Level = Level.Should,
    Severity = Severity.Error,
    Source = "Posit Workbench on AWS EKS, Storage",
    Statements = ["eks:59"],
    Why = "Home directories hold many small files; on EFS, package installation and project start-up become painfully slow, and a One Zone file system does not follow pods to other zones.",
    Fix = "Move the homes to FSx for OpenZFS, and bind the home claim to it.",
    At = "volumes[rstudio-home-storage]",
    Check = (workbench, env) => workbench.Home().Is(home => home.IsDefault)
        ? Undecidable($"{workbench} has nothing mounted at {env.Parameters.HomeMountPath}, so what the homes are on cannot be told; parameter homeMountPath names another path", "that homes are not on EFS")
        : Require(workbench.Home().Is(home => home.Type != FileSystemType.Efs), $"{workbench} has its homes on EFS: {workbench.Home().Map(home => home.Label)}"),
}
