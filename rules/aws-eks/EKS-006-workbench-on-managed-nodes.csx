Truth MayStray(PodPlacement placement, Environment env) => placement.Tolerations.Any(t => t.Tolerates(env.Parameters.SessionTaint))
    && env.SessionPools().Any(pool => pool.MayHost(placement));

Truth IsOnFargate(Pod pod, Environment env) => env.NodeOf(pod).Then(node => node.Labels).Is(labels => labels["eks.amazonaws.com/compute-type"] == "fargate");

Judgement Judge(Installation workbench, Environment env) => Require(
        workbench.Pods.All(pod => env.IsOnManagedNode(pod)),
        $"{workbench} has pods on nodes of no managed node group: {workbench.Pods.Where(pod => !env.IsOnManagedNode(pod))}")
    .NoteIf(workbench.Pods.Any(pod => IsOnFargate(pod, env)), $"pods on Fargate cannot mount FSx")
    .And(Require(
        workbench.Server.Placement.Is(placement => !MayStray(placement, env)),
        $"{workbench} tolerates {env.Parameters.SessionTaint}, so that its pods may be placed on session nodes"));

new Rule<Installation>
{
    Title = "Workbench's server pods run on the managed node group",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, Architecture",
    Statements = ["eks:18", "eks:101"],
    Why = "Karpenter removes nodes whenever that saves money; a server pod on one of them takes its users' connections with it.",
    Fix = "Pin the server to the managed node group with nodeSelector, take the toleration of the session taint from it, and taint Karpenter's pools.",
    At = "placement",
    Check = (workbench, env) => workbench.Pods.Any()
        ? Judge(workbench, env)
        : Undecidable($"{workbench} has no pods now", "where the server's pods run"),
}
