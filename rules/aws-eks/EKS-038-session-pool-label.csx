Truth Asks(Installation workbench, Ide ide) => workbench.PlacementOf(ide).Is(placement => placement.RequiresNodes);

Truth Hosts(NodeGroup pool, Installation workbench, Ide ide) => workbench.PlacementOf(ide).Is(placement => placement.RequiresNodes && pool.MayHost(placement));

// There may be a pool for each kind of session.
Truth HasPool(Installation workbench, Ide ide, Environment env) => !Asks(workbench, ide) || env.KarpenterPools().Any(pool => Hosts(pool, workbench, ide));

Truth HasPools(Installation workbench, Environment env) => HasPool(workbench, Ide.RStudio, env) && HasPool(workbench, Ide.Jupyter, env);

// What those of the kind that has no pool require, in words.
Fact<string> Wanted(Environment env) => env.Installations.Sole("workbenchImages").Then(workbench =>
    workbench!.PlacementOf(HasPool(workbench, Ide.RStudio, env) == false || Asks(workbench, Ide.Jupyter) == false ? Ide.RStudio : Ide.Jupyter).Map(placement => placement.Nodes()));

new Rule<NodeGroup>
{
    Title = "Session nodes have the label the affinity asks for",
    Level = Level.Must,
    Basis = Basis.Derived,
    Source = "Posit Workbench on AWS EKS, VS Code sessions",
    Statements = ["eks:111-116"],
    Why = "An affinity that no node satisfies leaves sessions pending for ever.",
    Fix = "Give the nodes of the NodePool the label that the affinity in job.tpl requires (type: karpenter), in spec.template.metadata.labels, or let the affinity require one that they have.",
    FixFor = (pool, env) => $"Give the nodes of node pool {pool} what sessions require ({Wanted(env)}), in spec.template.metadata.labels, or let the affinity in job.tpl require what they have.",
    At = "labels",
    AppliesTo = (pool, env) => env.SessionPools().Any(p => p.Id == pool.Id)
        && env.Installations.Any(workbench => Asks(workbench, Ide.RStudio) || Asks(workbench, Ide.Jupyter)),
    Check = (pool, env) => Require(
            env.Installations.Any(workbench => Hosts(pool, workbench, Ide.RStudio) || Hosts(pool, workbench, Ide.Jupyter)),
            $"node pool {pool} gives its nodes {pool.NodeLabels()}, which is not what sessions of {env.Installations} require: {Wanted(env)}")
        .And(Require(
            env.Installations.All(workbench => HasPools(workbench, env)),
            $"no node pool gives its nodes what some sessions of {env.Installations.Where(workbench => !HasPools(workbench, env))} require: {Wanted(env)}")),
}
