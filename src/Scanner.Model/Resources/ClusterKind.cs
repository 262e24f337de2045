namespace Scanner.Model;

/// <summary>What manages a cluster.</summary>
public enum ClusterKind
{
    ParallelCluster,
    Eks,
    Kubernetes,
    Slurm,
}
