namespace Scanner.Model;

/// <summary>A file system that ParallelCluster mounts on a node, by the <c>dna.json</c> that it gives to the node, or by the configuration.</summary>
/// <param name="MountDir">Where it is mounted, with a leading slash and none at the end.</param>
/// <param name="Type">What it is.</param>
/// <param name="FileSystemId">The file system or volume; null for one that has no id, such as a directory that the head node exports.</param>
public sealed record NodeMount(string MountDir, FileSystemType Type, string? FileSystemId);
