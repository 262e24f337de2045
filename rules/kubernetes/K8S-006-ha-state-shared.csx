Truth Balances(Installation workbench) => workbench.Server.Containers.Is(all => all.Any(c => c.Environment["RSW_LOAD_BALANCING"] is "true" or "True" or "1"))
    || workbench.IsOn("rserver.conf", "load-balancing-enabled", false) || workbench.File("load-balancer").Is(file => file != null);

Fact<PodStorage?> State(Installation workbench) => workbench.SharedStoragePath().Then(path => workbench.StorageAt(path));

new Rule<Installation>
{
    Title = "With several replicas, Workbench's state is shared and load balancing is on",
    Level = Level.Must,
    Severity = Severity.Warning,
    Basis = Basis.Derived,
    Source = "Posit Workbench architectures, Kubernetes",
    Statements = ["workbench:48"],
    Why = "Servers that do not share their state do not know of each other's sessions: users lose theirs with every other request.",
    Fix = "Enable the chart's sharedStorage on a claim that many nodes can write to (ReadWriteMany), and leave its load balancing on.",
    AppliesTo = (workbench, _) => workbench.DeclaredReplicas.Is(replicas => replicas >= 2),
    Check = (workbench, _) => Require(
            State(workbench).Is(on => on is { } storage ? storage.IsReadWriteMany : false),
            $"{workbench} has {workbench.DeclaredReplicas} replicas, and {workbench.SharedStoragePath()} is on {State(workbench)}, which they do not share")
        .And(Require(Balances(workbench), $"{workbench} has {workbench.DeclaredReplicas} replicas, and load balancing is off")),
}
