using System.Text.RegularExpressions;

namespace Scanner.Model;

/// <summary>What paths lie on: by what hosts say of themselves, and by what makes hosts.</summary>
public static partial class Mounting
{
    /// <summary>The id of a file system in the source of a mount.</summary>
    [GeneratedRegex(@"(?<![a-z0-9-])fs-[0-9a-f]{8,17}(?![0-9a-f])", RegexOptions.CultureInvariant)]
    private static partial Regex FileSystemId { get; }

    /// <summary>What a path lies on at a host: by its own word (node facts), else by that of the group that made it.</summary>
    public static Fact<MountedStorage> StorageAt(this Environment environment, ComputeInstance host, string path)
    {
        if (host.Mounts.IsKnown) return host.Mounts.Then(mounts => OnHost(environment, host, mounts, path));
        return environment.GroupOf(host).Then(group => group is null ? new Fact<MountedStorage>(host.Mounts.Source) : environment.StorageAt(group, path));
    }

    /// <summary>What a path lies on at the nodes of a group: by what ParallelCluster mounts on them.</summary>
    /// <remarks>What it does not mount may be mounted by an AMI or a custom action, so that only where there is neither the path is known to lie on the nodes' own disk.</remarks>
    public static Fact<MountedStorage> StorageAt(this Environment environment, NodeGroup group, string path) => group.Mounts.Then(mounts =>
        mounts.AsEnumerable().Where(m => MountPath.Covers(m.MountDir, path)).MaxBy(m => m.MountDir.Length) is { } mount ? Mounted(environment, mount)
        : MountPath.Covers("/home", path) ? Homes.Default(environment, "/home")
        : (!group.HasCustomActions && !environment.Cluster.HasCustomAmi).Noted() is { IsTrue: true } ? Own(path)
        : new Fact<MountedStorage>(Unseen(group, path)));

    /// <summary>The group that made a node, by the pool that its tags name; null where it has none.</summary>
    public static Fact<NodeGroup?> GroupOf(this Environment environment, ComputeInstance host) => environment.Of<NodeGroup>()
        .Where(g => g.Cluster.Is(c => c?.Id == environment.Cluster.Id) && host.Pool.Is(pool => pool is not null && g.Pool == pool)).Sole($"the group of {host.Id}", RemedyKind.Probe);

    private static Fact<MountedStorage> OnHost(Environment environment, ComputeInstance host, Items<HostMount> mounts, string path)
    {
        // of two at one place the later hides the earlier
        if (mounts.AsEnumerable().Where(m => MountPath.Covers(m.Path, path)).MaxBy(m => m.Path.Length) is not { } mount) return Own(path);
        if ((mount.FileSystemId ?? (FileSystemId.Match(mount.Source) is { Success: true } named ? named.Value : null)) is { } id)
            return Known(environment, id, mount.Path, TypeOf(mount)).Map(storage => storage with { Directory = DirectoryOf(mount) });
        return mount.Type == "lustre" ? OfLustre(environment, mount)
            : TypeOf(mount) is { } type ? new(new MountedStorage(type, mount.Path, mount.ToString(), null, false) { Source = mount.Source }, Evidence.Derived)
            : environment.GroupOf(host).Then(group => group is not null ? environment.StorageAt(group, path) : new Fact<MountedStorage>(Unclear(host, mount)));
    }

    /// <summary>What stands after the server's name; through the EFS helper's own address an access point may be mounted, which has another root.</summary>
    private static string? DirectoryOf(HostMount mount) => mount.Source.StartsWith("127.", StringComparison.Ordinal) ? null
        : mount.Source.IndexOf(":/", StringComparison.Ordinal) is var at and >= 0 && mount.Type is not "lustre" ? MountPath.Normalize(mount.Source[(at + 1)..]) : null;

    /// <summary>Lustre is mounted by addresses and a name of its own, <c>10.0.1.5@tcp:/abcdef01</c>.</summary>
    private static Fact<MountedStorage> OfLustre(Environment environment, HostMount mount)
    {
        var named = environment.Of<FileSystem>().Where(f => f.MountName.Is(name => name is not null && mount.Source.EndsWith(":/" + name, StringComparison.Ordinal))).Sole(mount.Source, RemedyKind.Attestation);
        return named is { IsKnown: true, Value: { } found } ? Known(environment, found.Id, mount.Path, FileSystemType.Lustre)
            : new(new MountedStorage(FileSystemType.Lustre, mount.Path, mount.ToString(), null, false) { IsSeen = Truth.Unknown(named.Gap), Source = mount.Source }, Evidence.Derived);
    }

    private static Fact<MountedStorage> Mounted(Environment environment, NodeMount mount) => mount.FileSystemId is { } id
        ? Known(environment, id, mount.MountDir, mount.Type)
        : new(new MountedStorage(mount.Type, mount.MountDir, $"{mount.Type} at {mount.MountDir}", null, false) { Source = $"{mount.Type}:{mount.MountDir}" }, Evidence.Derived);

    /// <summary>A file system by its id, or by a volume's: what AWS shows, else what whoever mounts it says it is.</summary>
    private static Fact<MountedStorage> Known(Environment environment, string id, string path, FileSystemType? told)
    {
        var seen = id.StartsWith("fsvol-", StringComparison.Ordinal)
            ? environment.Resolve(new Ref<StorageVolume>(id)).Then(v => v.FileSystem).Then(fs => fs is { } r ? environment.Resolve(r) : new Fact<FileSystem>(Gap.NeverRead))
            : environment.Resolve(new Ref<FileSystem>(id));
        if (seen.IsKnown) return seen.Value.Type.Map(type => new MountedStorage(type, path, seen.Value.Label == seen.Value.Id ? seen.Value.Id : $"{seen.Value.Id} ({seen.Value.Label})", seen.Value, false) { Source = id });
        return told is { } type ? new(new MountedStorage(type, path, $"{id} ({type})", null, false) { IsSeen = Truth.Unknown(seen.Source), Source = id }, Evidence.Derived) : new(seen.Source);
    }

    /// <summary>By the kernel's word. NFS that names no server of its own, such as the EFS helper's 127.0.0.1, does not tell whose it is.</summary>
    private static FileSystemType? TypeOf(HostMount mount) => mount.Type switch
    {
        "efs" => FileSystemType.Efs,
        "nfs" or "nfs4" when mount.Source.Contains(".efs.", StringComparison.Ordinal) => FileSystemType.Efs,
        "nfs" or "nfs4" when mount.Source.Contains(".fsx.", StringComparison.Ordinal) || mount.Source.StartsWith("127.", StringComparison.Ordinal) || mount.Source.StartsWith("fs-", StringComparison.Ordinal) => null,
        "nfs" or "nfs4" => FileSystemType.Nfs,
        "cifs" or "smb3" => FileSystemType.Windows,
        "ext2" or "ext3" or "ext4" or "xfs" or "btrfs" or "zfs" or "overlay" or "tmpfs" => FileSystemType.Local,
        _ => null,
    };

    private static Fact<MountedStorage> Own(string path) => new(new MountedStorage(FileSystemType.Local, path, "the host's own disk", null, false), Evidence.Derived);

    private static Gap Unclear(ComputeInstance host, HostMount mount) => new(host.Scope, nameof(FileSystem), mount.Path, GapCause.Undecidable,
        OneLine.Of($"{host.Id} has {mount} mounted, and which file system that is cannot be told"), new(RemedyKind.Attestation, OneLine.Of($"what {mount.Source} is")));

    private static Gap Unseen(NodeGroup group, string path) => new(group.Scope, nameof(NodeGroup), $"mount at {path}", GapCause.Hidden,
        $"ParallelCluster mounts nothing at {path} on nodes of {group.Label}, and what an AMI or a custom action mounts cannot be seen", new(RemedyKind.Probe, $"a node of {group.Label}"));
}
