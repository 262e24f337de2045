Truth Accepts(NodeGroup group, Installation workbench, Environment env) => group.Taints.Is(taints =>
    workbench.Server.Placement.Is(placement => placement.Tolerates(taints) && group.MayHost(placement))
    && (workbench.PlacementOf(Ide.VsCode).Is(placement => placement.Tolerates(taints)) || !env.OffersVsCode()));

new Rule<Installation>
{
    Title = "The managed node group accepts Workbench and VS Code pods",
    Level = Level.Must,
    Severity = Severity.Warning,
    Basis = Basis.Derived,
    Source = "Posit Workbench on AWS EKS, VS Code sessions",
    Statements = ["eks:18", "eks:101"],
    Why = "Where every managed node group has a taint that these pods do not tolerate, they stay pending.",
    Fix = "Remove the taint from the managed node group, or add tolerations to Workbench's pods and VS Code sessions.",
    At = "placement",
    Check = (workbench, env) => Require(
        env.ManagedGroups().Any(group => Accepts(group, workbench, env)),
        $"{workbench} has pods or VS Code sessions that no managed node group accepts: {env.ManagedGroups()}"),
}
