namespace Scanner.Model;

/// <summary>Where sessions and jobs run in a Slurm cluster.</summary>
public static class SessionHosts
{
    /// <summary>The queues' node groups of a ParallelCluster, one for each compute resource; a queue without nodes has them too.</summary>
    public static ResourceSet<NodeGroup> SessionGroups(this Environment environment) => environment.IsKubernetes || environment.IsOnHosts ? new([], null)
        : environment.Of<NodeGroup>().Where(g => g.Cluster.Is(c => c?.Id == environment.Cluster.Id) && g.Provisioner == Provisioner.ParallelClusterQueue);

    /// <summary>The head node's group of a ParallelCluster.</summary>
    public static ResourceSet<NodeGroup> HeadGroups(this Environment environment) => environment.IsKubernetes || environment.IsOnHosts ? new([], null)
        : environment.Of<NodeGroup>().Where(g => g.Cluster.Is(c => c?.Id == environment.Cluster.Id) && g.Provisioner == Provisioner.ParallelClusterHead);

    /// <summary>The head nodes, in whatever state: of a ParallelCluster, or hosts that say that Slurm's controller runs on them.</summary>
    public static ResourceSet<ComputeInstance> HeadNodes(this Environment environment) =>
        environment.IsOnHosts ? SlurmHosts.Of(environment).Where(i => i.RunsSlurmController) : environment.Nodes().Where(i => i.Role == NodeRole.Head);

    /// <summary>The compute nodes that are there now; a queue that has scaled to zero has none. Outside clusters, hosts with Slurm that run neither its controller nor Workbench.</summary>
    public static ResourceSet<ComputeInstance> ComputeNodes(this Environment environment) => environment.IsOnHosts
        ? SlurmHosts.Of(environment).Where(i => !i.RunsSlurmController && environment.HostsOutsideClusters.None(host => host.Id == i.Id))
        : environment.Nodes().Where(i => i.Role == NodeRole.Compute);
}
