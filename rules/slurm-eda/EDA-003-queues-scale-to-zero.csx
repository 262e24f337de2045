Truth IsQueue(NodeGroup group, Environment env) => group.Provisioner == Provisioner.ParallelClusterQueue && group.Cluster.Is(cluster => cluster is { } own ? own.Id == env.Cluster.Id : false);

// What is reserved is paid for whether it runs or not.
Truth IsReserved(NodeGroup group) => group.HasCapacityReservation || group.CapacityType == "CAPACITY_BLOCK";

new Rule<NodeGroup>
{
    Title = "Compute queues can scale down to zero",
    Level = Level.Advice,
    Source = "Slurm for EDA with AWS ParallelCluster, Architecture",
    Statements = ["slurm-eda:16", "slurm-eda:33"],
    Why = "Nodes that stay up without jobs cost as much as busy ones; the cloud pays off by ending them.",
    Fix = "Set MinCount to 0, and ScaledownIdletime to a number of minutes; parameter staticNodesAllowed says that nodes are reserved.",
    FixFor = (group, env) => $"Set MinCount of {group} to 0, and ScaledownIdletime to a number of minutes; parameter staticNodesAllowed says that nodes are reserved.",
    At = "min, scaledownIdletime",
    AppliesTo = (group, env) => IsQueue(group, env) && !env.Parameters.StaticNodesAllowed && !IsReserved(group),
    Check = (group, env) => Require(group.Min == 0, $"{group} keeps {group.Min} of at most {group.Max} node(s), jobs or not")
        .And(Require(
            env.Cluster.ScaledownIdletime.Is(minutes => minutes is { } idle ? idle >= 0 : false),
            $"idle nodes are never ended: ScaledownIdletime is {env.Cluster.ScaledownIdletime}")),
}
