new Rule<Installation>
{
    Title = "At least three Workbench pods run, load-balanced",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, Resiliency and availability",
    Statements = ["eks:65"],
    Why = "With fewer pods, the loss of a zone can take all of Workbench, or leave one server for everybody.",
    Fix = "Set replicas: 3 in the chart's values.",
    At = "replicas",
    Check = (workbench, env) => Require(
            workbench.DeclaredReplicas.Is(replicas => replicas >= 3), $"{workbench} declares {workbench.DeclaredReplicas} replica(s)")
        .And(Require(workbench.ReadyPods.Count() >= 3, $"{workbench} has {workbench.ReadyPods.Count()} ready pod(s)")),
}
