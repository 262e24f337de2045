namespace Scanner.Model;

/// <summary>The file system behind users' home directories.</summary>
/// <param name="Type">What it is.</param>
/// <param name="MountDir">Where the cluster mounts it.</param>
/// <param name="Label">How to name it in a message.</param>
/// <param name="FileSystem">The file system itself; null for a directory that the head node exports, or one the cluster made by default.</param>
/// <param name="IsDefault">True where nothing is declared at /home, so that ParallelCluster's default applies.</param>
public sealed record HomeStorage(FileSystemType Type, string MountDir, [property: MessageOnly] string Label, FileSystem? FileSystem, bool IsDefault)
{
    /// <summary>Whether AWS shows the file system; unknown, with the reason, where only a volume's driver tells what it is.</summary>
    public Truth IsSeen { get; init; } = Truth.Of(true, Evidence.Derived);

    public override string ToString() => Label;
}
