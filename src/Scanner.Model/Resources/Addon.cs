namespace Scanner.Model;

/// <summary>An add-on of an EKS cluster (eks:ListAddons, DescribeAddon).</summary>
public sealed class Addon : Resource
{
    internal Addon() { }

    public Fact<Ref<Cluster>> Cluster { get; internal init; }

    public Fact<string> Version { get; internal init; }

    /// <summary><c>ACTIVE</c>, <c>DEGRADED</c>, <c>CREATE_FAILED</c> …</summary>
    public Fact<string> Status { get; internal init; }
}
