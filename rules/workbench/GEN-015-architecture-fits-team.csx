new Rule<Environment>
{
    Title = "The architecture's complexity fits the number of users",
    Level = Level.Advice,
    Source = "Posit Workbench on AWS ParallelCluster, Introduction",
    Statements = ["parallelcluster-2024:7", "parallelcluster:3", "eks:9"],
    Why = "A small team with a steady load pays for a cluster, and for the people who keep it running, and gains nothing from it.",
    Fix = "Consider the single-server or the load-balanced architecture.",
    Architectures = ["aws-parallelcluster", "aws-eks"],
    Check = (env, _) => Require(
        env.Parameters.ExpectedConcurrentUsers.Is(users => users >= env.Parameters.SmallTeamThreshold) || !env.Parameters.WorkloadStable.Is(stable => stable),
        $"{env.Parameters.ExpectedConcurrentUsers} users with a stable workload need no cluster"),
}
