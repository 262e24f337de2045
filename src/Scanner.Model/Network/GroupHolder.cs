namespace Scanner.Model;

/// <summary>Something that has a security group: exactly one of its kinds is not null.</summary>
public sealed class GroupHolder : IShown
{
    private readonly Resource _resource;

    internal GroupHolder(Resource resource) => _resource = resource;

    public string Id => _resource.Id;

    [MessageOnly]
    public string Label => _resource.Label;

    public ComputeInstance? Host => _resource as ComputeInstance;

    public NodeGroup? NodeGroup => _resource as NodeGroup;

    public Database? Database => _resource as Database;

    public LoadBalancer? LoadBalancer => _resource as LoadBalancer;

    public FileSystem? FileSystem => _resource as FileSystem;

    /// <summary>An interface that belongs to nothing else that was seen: a pod's, a function's, a service's.</summary>
    public NetworkInterface? Interface => _resource as NetworkInterface;

    internal Resource Resource => _resource;

    string IShown.Show() => Label;

    public override string ToString() => Label;
}
