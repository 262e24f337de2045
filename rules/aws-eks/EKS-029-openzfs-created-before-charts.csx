Fact<PodStorage?> Storage(Installation workbench, Environment env) => workbench.StorageAt(env.Parameters.HomeMountPath);

// A driver that makes a volume on a file system names the volume in the handle, and the file system where it made that as well.
Truth IsMadeOnDemand(KubeVolume volume) => volume.ProvisionedBy.Is(by => by != null) && volume.Handle.Is(handle => handle != null && handle.StartsWith("fs-", StringComparison.Ordinal));

Judgement Bound(KubeVolume volume) => Require(!IsMadeOnDemand(volume), $"the file system behind {volume} was made on demand by {volume.ProvisionedBy}, and may be removed on demand")
    .About(volume, "annotations[pv.kubernetes.io/provisioned-by]")
    .NoteIf(volume.ProvisionedBy.Is(by => by != null), $"{volume} was made on demand by {volume.ProvisionedBy}, on a file system that was there");

Judgement Static(Installation workbench, Environment env) => Storage(workbench, env).Value?.Persistent is { } volume
    ? Bound(volume)
    : Require(Storage(workbench, env).Is(on => on != null), $"{workbench} has nothing mounted at {env.Parameters.HomeMountPath}");

// When Helm first made the release stands in a Secret; the server is as old as its installation.
Judgement Older(FileSystem fs, Installation workbench) => Require(
    fs.CreatedAt.Is(made => workbench.Server.CreatedAt.Is(installed => made <= installed)),
    $"{fs} was made at {fs.CreatedAt}, after {workbench} was installed at {workbench.Server.CreatedAt}");

new Rule<Installation>
{
    Title = "The OpenZFS volume existed before the charts and is statically bound",
    Level = Level.Must,
    Severity = Severity.Warning,
    Source = "Posit Workbench on AWS EKS, FSx for OpenZFS",
    Statements = ["eks:140"],
    Why = "A file system that came with the release goes with it: homes must outlive an uninstall. One that is younger than the release was restored or moved to, which is well where people know of it.",
    Fix = "Create the file system first, and bind it with a static persistent volume whose reclaim policy is Retain.",
    AppliesTo = (workbench, _) => workbench.Home().Is(home => home.Type == FileSystemType.OpenZfs),
    Check = (workbench, env) => Static(workbench, env).And(workbench.Home().Value.FileSystem is { } fs
        ? Older(fs, workbench)
        : Require(workbench.Home().Is(home => home.IsSeen), $"the file system of {workbench} was not seen")),
}
