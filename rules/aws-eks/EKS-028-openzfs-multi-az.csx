new Rule<Installation>
{
    Title = "The OpenZFS file system is deployed in two zones",
    Level = Level.Should,
    Source = "Posit Workbench on AWS EKS, Storage",
    Statements = ["eks:25", "eks:59", "eks:65"],
    Why = "When the one zone of the file system fails, nobody has a home, in whatever zone their session runs.",
    Fix = "Create the file system again as MULTI_AZ_1 from a backup; the deployment type cannot be changed. Not every region has Multi-AZ OpenZFS.",
    AppliesTo = (workbench, _) => workbench.Home().Is(home => home.Type == FileSystemType.OpenZfs),
    Check = (workbench, _) => workbench.Home().Value.FileSystem is { } fs
        ? Require(fs.DeploymentType == "MULTI_AZ_1", $"{fs} is deployed as {fs.DeploymentType}, in one zone").About(fs, "deploymentType")
        : Require(workbench.Home().Is(home => home.IsSeen), $"the file system of {workbench} was not seen"),
}
