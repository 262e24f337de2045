Truth IsKept(string process) => process == "Launch" || process == "ReplaceUnhealthy" || process == "HealthCheck" || process == "AddToLoadBalancer";

Truth IsStarting(ComputeInstance node, NodeGroup group, Environment env) =>
    group.Pool.Is(name => node.Pool == name) && node.State == "pending" && node.IsUpOrStarting(env);

// A node that ends with a time of grace may be there beyond the number.
Truth IsFull(NodeGroup group, Environment env) =>
    group.IsFull() || env.LoginNodes().Any(node => IsStarting(node, group, env));

new Rule<NodeGroup>
{
    Title = "The login fleet keeps its size by itself",
    Level = Level.Must,
    Severity = Severity.Warning,
    Source = "Posit Workbench on AWS ParallelCluster, Resiliency and availability",
    Statements = ["parallelcluster:112", "parallelcluster-2024:71"],
    Why = "A login node that fails is replaced only while the Auto Scaling group works as ParallelCluster made it.",
    Fix = "Resume the suspended processes of the Auto Scaling group, and set the number of nodes through the cluster configuration.",
    At = "desired",
    AppliesTo = (group, env) => env.LoginGroups().Any(own => own.Id == group.Id),
    Check = (group, env) => Require(group.Desired != 0, $"the login fleet {group} is stopped: its Auto Scaling group wants no node")
        .And(Require(
            group.SuspendedProcesses.Is(processes => !processes.Any(IsKept)),
            $"the Auto Scaling group of {group} has suspended {group.SuspendedProcesses}"))
        .And(Require(
            group.Desired.Is(desired => group.Min == desired && group.Max == desired),
            $"the Auto Scaling group of {group} has {group.Min} to {group.Max} nodes, and wants {group.Desired}"))
        .And(Require(
            env.Cluster.LoginPools.Is(pools => pools.Any(pool => group.Pool == pool.Name && group.Desired == pool.Count)),
            $"the Auto Scaling group of {group} wants {group.Desired} nodes, and the configuration says otherwise: {env.Cluster.LoginPools.Map(pools => pools.Select(pool => pool.Count))}"))
        .And(Require(IsFull(group, env), $"of {group.Desired} nodes of {group} there are in service: {group.Instances}")),
}
