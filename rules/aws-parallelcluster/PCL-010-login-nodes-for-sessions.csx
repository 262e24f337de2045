Items<(int Sessions, int LoginNodes)> Fitting(int sessions, Environment env) => env.Parameters.LoginNodeTable.Where(row => row.Sessions >= sessions);

Fact<int> LoginNodes(Environment env) => env.WorkbenchPools().Map(pools => pools.Sum(pool => pool.Count));

// The next tested number counts; nothing is interpolated.
Judgement Judge(int sessions, Items<(int Sessions, int LoginNodes)> fitting, Environment env) => fitting.IsEmpty
    ? Fail($"{sessions} concurrent sessions are more than were tested")
    : Require(LoginNodes(env).Is(nodes => nodes > 0), $"there is no login node for {sessions} concurrent sessions; tested were {fitting[0].LoginNodes}")
    .And(Require(
        LoginNodes(env).Is(nodes => nodes >= fitting[0].LoginNodes),
        $"{LoginNodes(env)} login node(s) for {sessions} concurrent sessions; tested were {fitting[0].LoginNodes}, and fewer likely function well"));

new Rule<Environment>
{
    Title = "The number of login nodes fits the expected concurrent sessions",
    Level = Level.Advice,
    Source = "Posit Workbench on AWS ParallelCluster, Sizing",
    Statements = ["parallelcluster:28-36", "parallelcluster:38", "parallelcluster-2024:44", "parallelcluster-2024:46", "parallelcluster-2024:48", "parallelcluster-2024:50", "parallelcluster-2024:52-56", "parallelcluster-2024:58"],
    Why = "Every session's page goes through a login node; with too few, all of them become slow together. Fewer than tested may do: testing goes on.",
    Fix = "Raise the pool's Count to the tested number, or test the load.",
    At = "loginPools.count",
    AppliesTo = (env, _) => env.Parameters.ExpectedConcurrentSessions.Is(sessions => sessions > 0),
    Check = (env, _) => Judge(env.Parameters.ExpectedConcurrentSessions.Value, Fitting(env.Parameters.ExpectedConcurrentSessions.Value, env), env),
}
