namespace Scanner.Model;

/// <summary>What home directories lie on.</summary>
public static class Homes
{
    /// <summary>
    /// The file system behind home directories: what the configuration that ParallelCluster keeps mounts there, the deepest mount that
    /// covers the path, else ParallelCluster's default for /home; and what hosts say of themselves, which counts more. Outside clusters only they tell.
    /// </summary>
    public static Fact<MountedStorage> Home(this Environment environment) => environment.IsOnHosts
        ? HostHomes.Of(environment, environment.Parameters.HomeMountPath)
        : environment.HomePath().Then(path => Reconciled(environment, path, Declared(environment, path)));

    /// <summary>Where users log in: a login node has homes whether Workbench is on it or not.</summary>
    private static ResourceSet<ComputeInstance> UserNodes(Environment environment) => environment.LoginNodes().Where(node => node.IsRunning).Union(environment.WorkbenchHosts());

    private sealed record Saying(ComputeInstance Host, Gap? Doubt, Fact<MountedStorage> At);

    private static Fact<MountedStorage> Reconciled(Environment environment, string path, Fact<MountedStorage> declared)
    {
        var said = UserNodes(environment).Union(environment.ComputeNodes()).Members.Where(m => m.Item.Mounts.IsKnown)
            .Select(m => new Saying(m.Item, m.Doubt, environment.StorageAt(m.Item, path))).ToList();
        if (said.Find(s => !s.At.IsKnown) is { } unread) return new(unread.Doubt ?? unread.At.Source);
        // one that may not belong here decides nothing, but where it says otherwise nothing is decided without it
        if (said.Find(s => s.Doubt is not null && !(declared.IsKnown && !s.At.Value.IsSameAs(declared.Value).IsFalse)) is { } strange) return new(strange.Doubt!);
        var sure = said.FindAll(s => s.Doubt is null);
        return sure.Count == 0 ? declared : Agreed(environment, sure, declared);
    }

    private static Fact<MountedStorage> Agreed(Environment environment, List<Saying> said, Fact<MountedStorage> declared)
    {
        var first = said[0];
        if (said.Exists(s => s.At.Value.IsSameAs(first.At.Value).IsFalse)) return new(Contradiction(environment, $"{first.Host.Id} has homes on {first.At.Value}, and another host has others"));
        if (declared.IsKnown && !first.At.Value.IsSameAs(declared.Value).IsFalse) return declared;
        return UserNodes(environment).All(host => host.Mounts.Is(_ => true)).IsTrue ? first.At
            : new(Contradiction(environment, $"{first.Host.Id} has homes on {first.At.Value}, and the configuration does not say so"));
    }

    /// <summary>Where homes are: where the user says, else where the directory service puts them, else <c>/home</c>.</summary>
    private static Fact<string> HomePath(this Environment environment)
    {
        var (said, directory) = (environment.Parameters.HomeMountPath, environment.Cluster.DirectoryHome);
        // a directory service that was refused may put them anywhere
        if (!environment.Parameters.SaysHomeMountPath && directory is { IsKnown: false, Gap.MakesIncomplete: true }) return new(directory.Source);
        return !environment.Parameters.SaysHomeMountPath && directory is { IsKnown: true, Value: { } pattern } && pattern.Split('%')[0].TrimEnd('/') is { Length: > 0 } home
            ? new(MountPath.Normalize(home), directory.Source) : new(said, Evidence.Derived);
    }

    private static Gap Contradiction(Environment environment, string detail) => new(environment.Cluster.Scope, nameof(ComputeInstance), "homes", GapCause.Ambiguous,
        OneLine.Of(detail), new(RemedyKind.Probe, "every login and compute node"));

    private static Fact<MountedStorage> Declared(Environment environment, string path) => environment.Cluster.SharedStorage.Then(mounts =>
        mounts.Where(m => MountPath.Covers(m.MountDir, path)).OrderByDescending(m => m.MountDir.Length).FirstOrDefault() is { } mount
            ? Declared(environment, mount)
            : Default(environment, path));

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
