namespace Scanner.Collect.Kubernetes;

/// <summary>An EKS cluster by its name, with the credentials of the AWS account that it is named beside; no kubeconfig and no other program.</summary>
/// <param name="Cluster">Its name.</param>
/// <param name="Region">Its region, which must be one of those that are looked at; null where only one is.</param>
public sealed record EksTarget(string Cluster, string? Region) : KubernetesTarget;
