Truth Asks(Installation workbench) => workbench.PlacementOf(Ide.RStudio).Is(placement => placement.RequiresNodes);

new Rule<NodeGroup>
{
    Title = "Session nodes have the label the affinity asks for",
    Level = Level.Must,
    Basis = Basis.Derived,
    Source = "Posit Workbench on AWS EKS, VS Code sessions",
    Why = "An affinity that no node satisfies leaves sessions pending for ever.",
    Fix = "Add the label (type: karpenter) to the NodePool's template.",
    AppliesTo = (pool, env) => env.SessionPools().Any(p => p.Id == pool.Id) && env.Installations.Any(workbench => Asks(workbench)),
    Check = (pool, env) => Require(
        env.Installations.Where(workbench => Asks(workbench)).All(workbench => workbench.PlacementOf(Ide.RStudio).Is(placement => pool.MayHost(placement))),
        $"node pool {pool} gives its nodes {pool.NodeLabels()}, which is not what sessions require of {env.Installations.Where(workbench => Asks(workbench))}"),
}
