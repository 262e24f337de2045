namespace Scanner.Model;

/// <summary>One end of a connection: a host, a group of hosts, a pod, a database, a file system, a load balancer or a block of addresses.</summary>
public sealed class NetworkEndpoint
{
    private NetworkEndpoint(object noun, string id, string label) => (Noun, Id, Label) = (noun, id, label);

    /// <summary>The resource's id, or the block.</summary>
    public string Id { get; }

    internal string Label { get; }

    /// <summary>The resource, or the <see cref="Cidr"/>.</summary>
    internal object Noun { get; }

    public static implicit operator NetworkEndpoint(ComputeInstance instance) => Of(instance);

    public static implicit operator NetworkEndpoint(NodeGroup group) => Of(group);

    public static implicit operator NetworkEndpoint(Database database) => Of(database);

    public static implicit operator NetworkEndpoint(FileSystem fileSystem) => Of(fileSystem);

    public static implicit operator NetworkEndpoint(LoadBalancer loadBalancer) => Of(loadBalancer);

    public static implicit operator NetworkEndpoint(Pod pod) => Of(pod);

    public static implicit operator NetworkEndpoint(Cidr block) => new(block, block.ToString(), block.ToString());

    public override string ToString() => Label;

    private static NetworkEndpoint Of(Resource resource) => new(resource, resource.Id, resource.Label);
}
