using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>A node group that a configuration declares, so that it is known even where the live one is out of view.</summary>
/// <param name="Identity">Which group.</param>
/// <param name="Node">The part of the configuration that declares it.</param>
/// <param name="Place">The part that says where its nodes are.</param>
internal sealed record DeclaredGroup(NodeGroupIdentity Identity, YamlPlace Node, YamlPlace Place)
{
    private const int DefaultMinCount = 0; // as documented for a compute resource
    private const int DefaultMaxCount = 10;

    /// <summary>All groups of a configuration; none where it is a gap, or where a name in it is: the live listings still tell of them.</summary>
    public static IEnumerable<NodeGroup> All(Answer<YamlPlace> config, Ref<Cluster> cluster, string name)
    {
        var groups = config.Items(c => Find(c, cluster, name));
        return groups.IsKnown ? groups.Value.Select(g => g.Map(config.Evidence)) : [];
    }

    private static IEnumerable<DeclaredGroup> Find(YamlPlace config, Ref<Cluster> cluster, string name)
    {
        var head = config.Need("HeadNode");
        yield return new(NodeGroupIdentity.Head(cluster, name), head, head);
        foreach (var pool in config.List("LoginNodes/Pools")) yield return new(NodeGroupIdentity.Login(cluster, name, pool.Need("Name").Text()), pool, pool);
        foreach (var queue in config.List("Scheduling/SlurmQueues"))
            foreach (var resource in queue.List("ComputeResources"))
                yield return new(NodeGroupIdentity.Queue(cluster, name, queue.Need("Name").Text(), resource.Need("Name").Text()), resource, queue);
    }

    private NodeGroup Map(Evidence evidence)
    {
        var said = new Answer<DeclaredGroup>(evidence, nameof(NodeGroup), this, null);
        return new()
        {
            Id = Identity.Id,
            Key = Identity.Key,
            Name = said.Optional(_ => (string?)Identity.Name),
            Provisioner = said.Map(_ => Identity.Provisioner),
            Cluster = said.Optional(_ => (Ref<Cluster>?)Identity.Cluster),
            Pool = said.Optional(_ => Identity.Pool),
            Min = said.Map(g => g.Count("MinCount", DefaultMinCount)),
            Max = said.Map(g => g.Count("MaxCount", DefaultMaxCount)),
            InstanceTypes = said.Some(g => g.InstanceTypes(), "InstanceType"),
            Subnets = said.Some(g => g.Subnets(), "Networking/SubnetIds"),
        };
    }

    private int Count(string key, int fallback) => Identity.Provisioner switch
    {
        Provisioner.ParallelClusterHead => 1,
        Provisioner.ParallelClusterLogin => Node.Number("Count") ?? throw new AbsentFieldException("LoginNodes/Pools/Count"),
        _ => Node.Number(key) ?? fallback,
    };

    private IEnumerable<string> InstanceTypes() => Node.Text("InstanceType") is { } one ? [one] : Node.List("Instances").Select(i => i.Need("InstanceType").Text());

    private IEnumerable<Ref<Subnet>> Subnets() =>
        (Place.Text("Networking/SubnetId") is { } one ? [one] : Place.Texts("Networking/SubnetIds")).Order(StringComparer.Ordinal).Select(s => new Ref<Subnet>(s));
}
