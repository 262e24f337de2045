new Rule<Environment>
{
    Title = "A managed node group hosts the persistent components",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, Architecture",
    Statements = ["eks:18"],
    Why = "Workbench's servers and the controllers must not move whenever session nodes come and go.",
    Fix = "Add an EKS managed node group for Workbench's servers, VS Code sessions and the controllers.",
    Check = (env, _) => Require(
            env.ManagedGroups().Any(group => group.Status == "ACTIVE" && group.Desired.Is(nodes => nodes >= 1)),
            $"{env.Cluster} has no active managed node group with nodes; managed groups: {env.ManagedGroups()}")
        .NoteIf(env.EksCluster().Is(eks => eks.IsAutoMode), $"EKS Auto Mode makes the nodes, which is a variant and not the reference"),
}
