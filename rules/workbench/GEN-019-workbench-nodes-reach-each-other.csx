Truth AreSeveral(Environment env) => env.WorkbenchHosts().Count() >= 2 || env.WorkbenchGroups().Any(group => group.Max.Is(max => max >= 2))
    || env.WorkbenchGroups().Count() >= 2 || env.Installations.Any(workbench => workbench.DeclaredReplicas.Is(replicas => replicas >= 2));

Judgement Judge(Connections nodes) => Require(nodes.All, $"Workbench nodes cannot talk to each other: {nodes.Blocked}: {nodes.FirstBlocked?.Reason}")
    .Along(nodes.FirstBlocked?.Path);

new Rule<Environment>
{
    Title = "Workbench nodes can talk to each other",
    Level = Level.Must,
    Severity = Severity.Warning,
    Basis = Basis.Derived,
    Source = "Posit Workbench reference architectures, Load balanced cluster",
    Statements = ["workbench:26", "workbench:28"],
    Why = "Nodes that do not see each other take one another for dead: sessions are counted wrong, and users are sent to nodes that do not know them. ParallelCluster's own security group of login nodes has no rule for this.",
    Fix = "Add a rule to the login nodes' security group that admits the Workbench port, and the launcher's where it listens to others, from itself.",
    FixFor = (env, _) => $"{env.BetweenServers().FirstBlocked?.Fix ?? "Add a rule that admits the Workbench port from the nodes themselves."}",
    Architectures = ["load-balanced", "kubernetes", "aws-parallelcluster", "aws-eks"],
    AppliesTo = (env, _) => AreSeveral(env),
    Check = (env, _) => Judge(env.BetweenServers()),
}
