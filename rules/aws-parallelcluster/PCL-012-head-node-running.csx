// EC2 shows a node for an hour after its end.
ResourceSet<ComputeInstance> Heads(Environment env) => env.HeadNodes().Where(node => node.State.Is(state => state != "terminated" && state != "shutting-down"));

Truth IsFine(Fact<string?> check) => check.Is(status => status == "ok" || status == "initializing");

new Rule<Environment>
{
    Title = "One head node is running",
    Level = Level.Advice,
    Severity = Severity.Warning,
    Source = "Posit Workbench on AWS ParallelCluster, Resiliency and availability",
    Statements = ["parallelcluster:7", "parallelcluster:23", "parallelcluster:30", "parallelcluster:114", "parallelcluster-2024:34", "parallelcluster-2024:50", "parallelcluster-2024:75"],
    Why = "Without the head node no session starts and no node joins; with two, one is left from a failed replacement.",
    Fix = "Start or replace the head node.",
    FixFor = (env, _) => $"Look at {Heads(env)}, and start or replace the head node.",
    AppliesTo = (env, _) => env.Cluster.Status.Is(status => !status.StartsWith("DELETE_", StringComparison.Ordinal)),
    Check = (env, _) => Require(Heads(env).Count() == 1, $"head nodes of {env.Cluster}: {Heads(env)}").About(env.HeadGroups())
        .And(Require(
            Heads(env).All(node => node.IsRunning),
            $"the head node of {env.Cluster} does not run: {Heads(env).Where(node => !node.IsRunning)}").About(env.HeadGroups()))
        .And(Require(
            Heads(env).All(node => IsFine(node.SystemStatus) && IsFine(node.InstanceStatus)),
            $"the head node of {env.Cluster} fails its status checks: {Heads(env)}").About(env.HeadGroups())),
}
