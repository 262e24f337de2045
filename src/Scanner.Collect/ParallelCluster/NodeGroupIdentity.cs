using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>Which node group an answer is about.</summary>
/// <param name="Id">Its id, which the live parts share with the declaration.</param>
/// <param name="Key">Its key.</param>
/// <param name="Cluster">Its cluster.</param>
/// <param name="Pool">The login pool or queue; null for the head node.</param>
/// <param name="Provisioner">What makes its nodes.</param>
internal sealed record NodeGroupIdentity(string Id, string Key, Ref<Cluster> Cluster, string? Pool, Provisioner Provisioner)
{
    public string Name => Pool ?? "head node";

    public static NodeGroupIdentity Head(Ref<Cluster> cluster, string name) =>
        Of(cluster, name, ParallelClusterNode.HeadGroup(name), null, Provisioner.ParallelClusterHead);

    public static NodeGroupIdentity Login(Ref<Cluster> cluster, string name, string pool) =>
        Of(cluster, name, ParallelClusterNode.LoginGroup(name, pool), pool, Provisioner.ParallelClusterLogin);

    public static NodeGroupIdentity Queue(Ref<Cluster> cluster, string name, string queue, string resource) =>
        Of(cluster, name, ParallelClusterNode.QueueGroup(name, queue, resource), queue, Provisioner.ParallelClusterQueue);

    private static NodeGroupIdentity Of(Ref<Cluster> cluster, string name, string key, string? pool, Provisioner provisioner) =>
        new(cluster.Id + key[ParallelClusterNode.ClusterKey(name).Length..], key, cluster, pool, provisioner);
}
