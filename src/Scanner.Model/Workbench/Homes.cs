namespace Scanner.Model;

/// <summary>What home directories lie on.</summary>
public static class Homes
{
    /// <summary>
    /// The file system behind home directories, from the configuration that ParallelCluster keeps: the deepest declared mount that
    /// covers the path, else ParallelCluster's default for /home. Outside clusters, by the word of the hosts.
    /// </summary>
    public static Fact<MountedStorage> Home(this Environment environment)
    {
        var path = environment.Parameters.HomeMountPath;
        if (environment.IsOnHosts) return HostHomes.Of(environment, path);
        return environment.Cluster.SharedStorage.Then(mounts =>
            mounts.Where(m => MountPath.Covers(m.MountDir, path)).OrderByDescending(m => m.MountDir.Length).FirstOrDefault() is { } mount
                ? Declared(environment, mount)
                : Default(environment, path));
    }

    /// <summary>The storage types of the configuration, as file system types.</summary>
    internal static FileSystemType? TypeOf(string storageType) => storageType switch
    {
        "Ebs" => FileSystemType.Ebs,
        "Efs" => FileSystemType.Efs,
        "FsxLustre" => FileSystemType.Lustre,
        "FsxOpenZfs" => FileSystemType.OpenZfs,
        "FsxOntap" => FileSystemType.Ontap,
        "FileCache" => FileSystemType.FileCache,
        _ => null,
    };

    private static Fact<MountedStorage> Declared(Environment environment, SharedStorage mount)
    {
        if (mount.FileSystemId is { } id && mount.StorageType != "FileCache")
            return environment.Resolve(new Ref<FileSystem>(id)).Then(fs => fs.Type.Map(type => new MountedStorage(type, mount.MountDir, fs.Label == fs.Id ? fs.Id : $"{fs.Id} ({fs.Label})", fs, false) { Source = id }));
        if (TypeOf(mount.StorageType) is not { } declared)
            return new(new Gap(environment.Cluster.Scope, nameof(Cluster), mount.StorageType, GapCause.Unsupported,
                $"the storage type {mount.StorageType} is not known to this version", new(RemedyKind.Flag, "a newer scanner")));
        return new(new MountedStorage(declared, mount.MountDir, mount.ToString(), null, false) { Source = mount.VolumeId ?? mount.Name }, Evidence.Derived);
    }

    /// <summary>Without a mount at /home, ParallelCluster takes /home from its internal EFS, or exports it from the head node.</summary>
    internal static Fact<MountedStorage> Default(Environment environment, string path)
    {
        if (path != "/home") return new(NotDeclared(environment, path));
        return environment.Cluster.SharedStorageType.Map(type => type == "Efs"
            ? new MountedStorage(FileSystemType.Efs, "/home", "the cluster's internal EFS", null, true)
            : new MountedStorage(FileSystemType.HeadNodeNfs, "/home", "the head node's NFS export", null, true));
    }

    private static Gap NotDeclared(Environment environment, string path) => new(environment.Cluster.Scope, nameof(Cluster), $"mount at {path}", GapCause.Hidden,
        $"the cluster's configuration mounts nothing at {path}, and what an AMI or a custom action mounts cannot be seen", new(RemedyKind.Probe, "a login node"));
}
