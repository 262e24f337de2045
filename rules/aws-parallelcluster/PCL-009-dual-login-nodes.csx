// All pools together may be too few, whichever of them run Workbench.
Judgement Possible(Environment env) => Require(
    env.Cluster.LoginPools.Is(pools => pools.Sum(pool => pool.Count) >= 2),
    $"the login pools declare {env.Cluster.LoginPools.Map(pools => pools.Sum(pool => pool.Count))} node(s)");

// Both must hold: what is declared keeps two nodes, and two are there now.
Judgement Declared(Environment env) => Require(
    env.WorkbenchPools().Is(pools => pools.Sum(pool => pool.Count) >= 2),
    $"the login pools that run Workbench declare {env.WorkbenchPools().Map(pools => pools.Sum(pool => pool.Count))} node(s)");

ResourceSet<ComputeInstance> Serving(Environment env) => env.WorkbenchNodes().Where(node => env.WithStoppedServer().None(stopped => stopped.Id == node.Id));

Judgement Running(Environment env) => Require(
    Serving(env).Where(node => node.IsUpOrStarting(env)).Count() >= 2,
    $"running login nodes: {Serving(env).Where(node => node.IsUpOrStarting(env)).Count()}")
    .NoteIf(env.WithStoppedServer().Any(), $"Workbench is stopped on {env.WithStoppedServer()}")
    .NoteIf(env.WorkbenchNodes().Any(node => node.State == "pending" && node.IsUpOrStarting(env)), $"a login node is still starting");

ResourceSet<ComputeInstance> WithoutWorkbench(Environment env) => env.LoginNodes().Where(node => !node.HasWorkbench);

new Rule<Environment>
{
    Title = "At least two login nodes run Workbench",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Resiliency and availability",
    Statements = ["parallelcluster:112", "parallelcluster-2024:71"],
    Why = "With one login node, its failure ends every session page and nobody can log in.",
    Fix = "Set LoginNodes/Pools/Count to 2 or more.",
    FixFor = (env, _) => WithoutWorkbench(env).Any()
        ? (Message)$"Install Workbench on {WithoutWorkbench(env)}, or set LoginNodes/Pools/Count of the pools that run it to 2 or more."
        : $"Set LoginNodes/Pools/Count to 2 or more.",
    At = "loginPools.count",
    Supersedes = ["LBC-001"],
    Check = (env, _) => Possible(env).And(Declared(env)).And(Running(env)),
}
