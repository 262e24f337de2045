new Rule<Installation>
{
    Title = "User homes are on FSx for OpenZFS",
    Level = Level.Should,
    Source = "Posit Workbench on AWS EKS, Storage",
    Statements = ["eks:24", "eks:59", "eks:140", "eks:142"],
    Why = "Sessions feel as fast as the home file system; FSx for OpenZFS is the recommended one.",
    Fix = "Create an FSx for OpenZFS volume, and bind the home claim to it.",
    At = "volumes[rstudio-home-storage]",
    Check = (workbench, env) => workbench.Home().Is(home => home.IsDefault)
        ? Undecidable($"{workbench} has nothing mounted at {env.Parameters.HomeMountPath}, so what the homes are on cannot be told; parameter homeMountPath names another path", "that homes are on FSx for OpenZFS")
        : Require(
            workbench.Home().Is(home => home.Type == FileSystemType.OpenZfs && home.IsSeen),
            $"{workbench} has its homes on {workbench.Home().Map(home => home.Label)} ({workbench.Home().Map(home => home.Type)})")
        .NoteIf(workbench.Home().Is(home => home.Type == FileSystemType.Lustre || home.Type == FileSystemType.Ontap), $"another FSx file system is possible, and not the recommended one"),
}
