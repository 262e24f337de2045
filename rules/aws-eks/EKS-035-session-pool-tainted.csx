new Rule<NodeGroup>
{
    Title = "Karpenter session nodes carry the session taint",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, VS Code sessions",
    Statements = ["eks:101", "eks:103"],
    Why = "Without the taint, VS Code pods, which do not end by themselves, land on session nodes and keep Karpenter from removing them.",
    Fix = "Add the taint workload=sessions:NoSchedule to the NodePool's template.",
    At = "taints",
    AppliesTo = (pool, env) => env.SessionPools().Any(p => p.Id == pool.Id) && env.OffersVsCode(),
    Check = (pool, env) => Require(
            pool.Taints.Is(taints => taints.Contains(env.Parameters.SessionTaint)),
            $"node pool {pool} lacks the taint {env.Parameters.SessionTaint}; it has {pool.Taints}")
        .And(Require(
            env.NodesOf(pool).All(node => node.Taints.Is(taints => taints.Contains(env.Parameters.SessionTaint))),
            $"nodes of {pool} lack the taint {env.Parameters.SessionTaint}: {env.NodesOf(pool).Where(node => !node.Taints.Is(taints => taints.Contains(env.Parameters.SessionTaint)))}"))
        .NoteIf(pool.StartupTaints.Is(taints => taints.Contains(env.Parameters.SessionTaint)), $"{env.Parameters.SessionTaint} is a startup taint of {pool}, which vanishes once a node is up"),
}
