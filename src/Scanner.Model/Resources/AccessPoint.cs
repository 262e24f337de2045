namespace Scanner.Model;

/// <summary>An access point of an EFS file system (elasticfilesystem:DescribeAccessPoints).</summary>
public sealed class AccessPoint : Resource
{
    internal AccessPoint() { }

    public Fact<Ref<FileSystem>> FileSystem { get; internal init; }

    public Fact<string> RootDirectory { get; internal init; }

    /// <summary>The user that everybody becomes behind it; null where users stay who they are.</summary>
    public Fact<long?> PosixUser { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }
}
