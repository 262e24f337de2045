Truth DeclaresEnough(Installation workbench) => workbench.DeclaredReplicas.Is(replicas => replicas >= 3);

// Where an autoscaler is in charge, the number in the chart's values is none that counts.
Judgement Declares(Installation workbench) => Require(
        DeclaresEnough(workbench) || !workbench.Autoscalers.Any(),
        $"{workbench} declares {workbench.DeclaredReplicas} replica(s): the minReplicas of its HorizontalPodAutoscaler {workbench.Autoscalers}")
        .About(workbench.Autoscalers, "minReplicas")
    .And(Require(DeclaresEnough(workbench) || workbench.Autoscalers.Any(), $"{workbench} declares {workbench.DeclaredReplicas} replica(s)"));

new Rule<Installation>
{
    Title = "At least three Workbench pods run, load-balanced",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, Resiliency and availability",
    Statements = ["eks:65"],
    Why = "With fewer pods, the loss of a zone can take all of Workbench, or leave one server for everybody.",
    Fix = "Set replicas: 3 in the chart's values, and minReplicas: 3 of an autoscaler where there is one.",
    FixFor = (workbench, env) =>
        DeclaresEnough(workbench) ? $"Look why not all pods of {workbench} are ready: kubectl describe pods -n {workbench.Server.Namespace}."
        : workbench.Autoscalers.Any() ? $"Set minReplicas: 3 of HorizontalPodAutoscaler {workbench.Autoscalers}, whatever the chart's values say of replicas."
        : $"Set replicas: 3 in the chart's values.",
    At = "replicas",
    Check = (workbench, env) => Declares(workbench)
        .And(Require(workbench.ReadyPods.Count() >= 3, $"{workbench} has {workbench.ReadyPods.Count()} ready pod(s)")),
}
