Judgement Writable(PodStorage? on, string what) => Require(on!.IsReadWriteMany, $"{what} is on {on}, which not every node can write to");

Judgement Homes(Installation workbench, Environment env) => workbench.StorageAt(env.Parameters.HomeMountPath).Is(on => on == null)
    ? Undecidable($"{workbench} has nothing mounted at {env.Parameters.HomeMountPath}; parameter homeMountPath names another path", "where homes are")
    : Writable(workbench.StorageAt(env.Parameters.HomeMountPath).Value, "home");

// One server may keep its state to itself; several share it, or each has a state of its own.
Judgement State(Installation workbench) => workbench.SharedStoragePath().Then(path => workbench.StorageAt(path)).Is(on => on == null)
    ? Require(workbench.DeclaredReplicas.Is(replicas => replicas <= 1), $"{workbench} has {workbench.DeclaredReplicas} replicas, and nothing shared is mounted at {workbench.SharedStoragePath()}")
    : Writable(workbench.SharedStoragePath().Then(path => workbench.StorageAt(path)).Value, "shared storage");

new Rule<Installation>
{
    Title = "Home and shared volumes support ReadWriteMany",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, File system requirements",
    Statements = ["eks:145", "workbench:53"],
    Why = "Sessions and servers on different nodes write to the same homes; with any other access mode, pods on a second node do not start.",
    Fix = "Use a file system that many nodes can write to, and set accessModes: [ReadWriteMany] on claim and volume.",
    At = "volumes[rstudio-home-storage]",
    Check = (workbench, env) => Homes(workbench, env).And(State(workbench)),
}
