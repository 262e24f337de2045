namespace Scanner.Model;

/// <summary>An Amazon Machine Image that an instance or node group uses (ec2:DescribeImages).</summary>
public sealed class MachineImage : Resource
{
    internal MachineImage() { }

    /// <summary>The account that owns it.</summary>
    public Fact<string> Owner { get; internal init; }

    /// <summary><c>amazon</c>, <c>aws-marketplace</c>; null for any other owner.</summary>
    public Fact<string?> OwnerAlias { get; internal init; }

    /// <summary><c>available</c>, <c>deregistered</c>, <c>disabled</c> …</summary>
    public Fact<string> State { get; internal init; }

    public Fact<DateTimeOffset> CreatedAt { get; internal init; }

    /// <summary>When it is no longer recommended; null where it has no such date.</summary>
    public Fact<DateTimeOffset?> DeprecatedAt { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }

    /// <summary>One that ParallelCluster's makers publish: owned by Amazon, named <c>aws-parallelcluster-…</c>.</summary>
    public Truth IsParallelClusterOfficial => OwnerAlias == "amazon" && Name.Is(name => name is not null && name.StartsWith("aws-parallelcluster-", StringComparison.Ordinal));
}
