Truth IsOnSessionNode(Pod pod, Environment env) => env.NodeOf(pod).Then(node => node.NodePool).Is(pool => pool != null);

// What a new session is given must lead it to a pool of Karpenter's, and keep it off managed nodes.
Truth LeadsThere(PodPlacement placement, Environment env) => placement.RequiresNodes && !env.MayUseManagedNodes(placement)
    && env.KarpenterPools().Any(pool => pool.MayHost(placement) && pool.Taints.Is(taints => placement.Tolerates(taints)));

Judgement Running(Installation workbench, Ide ide, Environment env) => Require(
    workbench.Sessions(ide).All(pod => IsOnSessionNode(pod, env)),
    $"{workbench} has {ide} sessions that run on nodes which are not Karpenter's: {workbench.Sessions(ide).Where(pod => !IsOnSessionNode(pod, env))}");

Judgement Judge(Installation workbench, Ide ide, Environment env) => workbench.Sessions(ide).Any()
    ? Running(workbench, ide, env)
    : Require(
            workbench.PlacementOf(ide).Is(placement => LeadsThere(placement, env)),
            $"no {ide} session of {workbench} runs now, and new ones need not run on Karpenter's nodes; they get {workbench.PlacementOf(ide)}")
        .Note($"no {ide} session runs now, so that the job template tells");

new Rule<Installation>
{
    Title = "RStudio and Jupyter sessions run on Karpenter's nodes",
    Level = Level.Must,
    Severity = Severity.Warning,
    Source = "Posit Workbench on AWS EKS, Autoscaling",
    Statements = ["eks:19", "eks:99", "eks:101"],
    Why = "Sessions on the managed nodes crowd out Workbench's own servers, and the managed nodes do not grow with them.",
    Fix = "Give the sessions the toleration and the affinity of the reference's job.tpl; those that run move when they are started again.",
    At = "files[job.tpl]",
    Check = (workbench, env) => Judge(workbench, Ide.RStudio, env).And(Judge(workbench, Ide.Jupyter, env)).And(Running(workbench, Ide.Job, env)),
}
