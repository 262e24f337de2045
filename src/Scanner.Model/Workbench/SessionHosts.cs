namespace Scanner.Model;

/// <summary>Where sessions and jobs run in a Slurm cluster.</summary>
public static class SessionHosts
{
    /// <summary>The queues' node groups of a ParallelCluster, one for each compute resource; a queue without nodes has them too.</summary>
    public static ResourceSet<NodeGroup> SessionGroups(this Environment environment) => environment.IsKubernetes ? new([], null)
        : environment.Of<NodeGroup>().Where(g => g.Cluster.Is(c => c?.Id == environment.Cluster.Id) && g.Provisioner == Provisioner.ParallelClusterQueue);

    /// <summary>The head node's group of a ParallelCluster.</summary>
    public static ResourceSet<NodeGroup> HeadGroups(this Environment environment) => environment.IsKubernetes ? new([], null)
        : environment.Of<NodeGroup>().Where(g => g.Cluster.Is(c => c?.Id == environment.Cluster.Id) && g.Provisioner == Provisioner.ParallelClusterHead);

    /// <summary>The head nodes of a ParallelCluster, in whatever state.</summary>
    public static ResourceSet<ComputeInstance> HeadNodes(this Environment environment) => environment.Nodes().Where(i => i.Role == NodeRole.Head);

    /// <summary>The compute nodes that are there now; a queue that has scaled to zero has none.</summary>
    public static ResourceSet<ComputeInstance> ComputeNodes(this Environment environment) => environment.Nodes().Where(i => i.Role == NodeRole.Compute);
}
