using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>What ParallelCluster's tags say of a node, or of the nodes that a launch template makes.</summary>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Role">What the node is for.</param>
/// <param name="Pool">The login pool or queue; null for a head node.</param>
/// <param name="Group">The key of its node group; null where the tags do not tell.</param>
internal sealed record ParallelClusterNode(string Cluster, NodeRole Role, string? Pool, string? Group)
{
    public const string ClusterTag = "parallelcluster:cluster-name";

    /// <summary>Null where the tags name no cluster.</summary>
    public static ParallelClusterNode? Of(StringMap tags)
    {
        if (tags[ClusterTag] is not { } cluster) return null;
        var pool = tags["parallelcluster:login-nodes-pool-name"] ?? tags["parallelcluster:login-nodes-pool"];
        var (queue, resource) = (tags["parallelcluster:queue-name"], tags["parallelcluster:compute-resource-name"]);
        return tags["parallelcluster:node-type"] switch
        {
            "HeadNode" => new(cluster, NodeRole.Head, null, HeadGroup(cluster)),
            "LoginNode" => new(cluster, NodeRole.Login, pool, pool is null ? null : LoginGroup(cluster, pool)),
            "Compute" => new(cluster, NodeRole.Compute, queue, queue is null || resource is null ? null : QueueGroup(cluster, queue, resource)),
            _ => new(cluster, NodeRole.Other, null, null),
        };
    }

    /// <summary>The key of a cluster: its name, which is unique in account and region, and is the same in whatever tells of it.</summary>
    public static string ClusterKey(string cluster) => $"parallelcluster/{cluster}";

    public static string HeadGroup(string cluster) => $"{ClusterKey(cluster)}/head";

    public static string LoginGroup(string cluster, string pool) => $"{ClusterKey(cluster)}/login/{pool}";

    public static string QueueGroup(string cluster, string queue, string resource) => $"{ClusterKey(cluster)}/queue/{queue}/{resource}";
}
