namespace Scanner.Model;

/// <summary>The kinds of shared storage.</summary>
public enum FileSystemType
{
    Efs,
    Lustre,
    OpenZfs,
    Ontap,
    Windows,
    FileCache,
    Nfs,

    /// <summary>A directory that the head node exports from its own volume; ParallelCluster's default for /home.</summary>
    HeadNodeNfs,
    Ebs,

    /// <summary>A pod's own disk, which is lost with the pod.</summary>
    Ephemeral,

    /// <summary>A host's own disk.</summary>
    Local,
}
