namespace Scanner.Model;

/// <summary>What makes the nodes of a group.</summary>
public enum Provisioner
{
    ParallelClusterHead,
    ParallelClusterLogin,
    ParallelClusterQueue,
    EksManaged,
    EksFargate,
    Karpenter,
    EksAuto,
    AutoScaling,
}
