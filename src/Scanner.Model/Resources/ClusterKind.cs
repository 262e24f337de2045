namespace Scanner.Model;

/// <summary>What manages a cluster.</summary>
public enum ClusterKind
{
    ParallelCluster,

    /// <summary>An EKS cluster as AWS shows it.</summary>
    Eks,

    /// <summary>A Kubernetes cluster as its own API shows it, whoever runs it.</summary>
    Kubernetes,

    Slurm,

    /// <summary>Nothing does: hosts outside clusters that run Workbench, which stand in the place of one.</summary>
    Hosts,
}
