string Normal(string path) => MountPath.Normalize(path);

// The product's own default where rserver.conf does not say.
Fact<string> SharedPath(Installation workbench) => workbench.Setting("rserver.conf", "server-shared-storage-path").Map(path => Normal(path ?? "/var/lib/rstudio-server/shared-storage"));

Judgement Shared(Fact<PodStorage?> storage, string what) => Require(
    storage.Is(on => on == null || on.IsReadWriteMany), $"{what} is on {storage}, which not every node can write to");

new Rule<Installation>
{
    Title = "Home and shared volumes support ReadWriteMany",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, File system requirements",
    Why = "Sessions and servers on different nodes write to the same homes; with any other access mode, pods on a second node do not start.",
    Fix = "Use a file system that many nodes can write to, and set accessModes: [ReadWriteMany] on claim and volume.",
    AppliesTo = (workbench, env) => workbench.StorageAt(env.Parameters.HomeMountPath).Is(on => on != null)
        || SharedPath(workbench).Then(path => workbench.StorageAt(path)).Is(on => on != null),
    Check = (workbench, env) => Shared(workbench.StorageAt(env.Parameters.HomeMountPath), "home")
        .And(Shared(SharedPath(workbench).Then(path => workbench.StorageAt(path)), "shared storage")),
}
