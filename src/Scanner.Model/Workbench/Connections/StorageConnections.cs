namespace Scanner.Model;

/// <summary>What hosts need of the file systems that they mount.</summary>
public static class StorageConnections
{
    /// <summary>From each host that mounts a file system of the network, and each group that such hosts come from, to that file system.</summary>
    public static Connections ToStorage(this Environment environment)
    {
        if (environment.IsKubernetes) return new(environment.Installations.SelectMany(i => OfInstallation(environment, i)));
        var hosts = environment.WorkbenchHosts().Union(environment.ComputeNodes().Where(n => n.IsRunning));
        var groups = environment.WorkbenchGroups().Union(environment.SessionGroups());
        return new(hosts.SelectMany(h => OfHost(environment, h)).Union(groups.SelectMany(g => OfGroup(environment, g))));
    }

    /// <summary>What is mounted now has been reached.</summary>
    private static ResourceSet<Connection> OfHost(Environment environment, ComputeInstance host)
    {
        if (!host.Mounts.IsKnown) return environment.GroupOf(host) is { IsKnown: true, Value: { } group } ? Over(environment, Paths(group), path => environment.StorageAt(host, path), host, host.Id, default)
            : ResourceSet<Connection>.Of(Connection.Unseen(host.Id, "what it mounts", host.Mounts.Source));
        var paths = host.Mounts.Map(mounts => mounts.AsEnumerable().Where(IsOfNetwork).Select(m => m.Path).ToItems());
        return Over(environment, paths, path => environment.StorageAt(host, path), host, host.Id, Truth.Of(true, host.Mounts.Source));
    }

    private static ResourceSet<Connection> OfGroup(Environment environment, NodeGroup group) =>
        Over(environment, Paths(group), path => environment.StorageAt(group, path), group, $"a node of {group.Label}", default);

    /// <summary>Volumes are mounted by a pod's node, under the node's address.</summary>
    private static ResourceSet<Connection> OfInstallation(Environment environment, Installation installation)
    {
        var paths = installation.Server.Containers.Map(containers => containers.AsEnumerable().SelectMany(c => c.Mounts.AsEnumerable()).Select(m => MountPath.Normalize(m.Path)).Distinct().ToItems());
        Fact<MountedStorage> At(string path) => installation.StorageAt(path).Then(storage => storage is null
            ? new Fact<MountedStorage>(new MountedStorage(FileSystemType.Ephemeral, path, path, null, false), Evidence.Derived) : VolumeBacking.Of(environment, storage));
        Fact<MountedStorage> Home(string path) => installation.Home();
        return installation.Pods.Where(p => p.IsRunning).SelectMany(pod => OfPod(environment, pod, paths, At))
            .Union(installation.Sessions().Where(p => p.IsRunning).SelectMany(pod => OfPod(environment, pod, Only(environment), Home)))
            .Union(environment.SessionPools().SelectMany(pool => Over(environment, Only(environment), Home, pool, $"a node of {pool.Label}", default)));
    }

    private static Fact<Items<string>> Only(Environment environment) => new(new[] { environment.Parameters.HomeMountPath }.ToItems(), Evidence.Derived);

    private static ResourceSet<Connection> OfPod(Environment environment, Pod pod, Fact<Items<string>> paths, Func<string, Fact<MountedStorage>> at)
    {
        var node = environment.NodeOf(pod).Then(environment.InstanceOf);
        return node.IsKnown ? Over(environment, paths, at, node.Value, $"the node of {pod.Label}", default) : ResourceSet<Connection>.Of(Connection.Unseen(pod.Label, "what it mounts", node.Source));
    }

    private static Fact<Items<string>> Paths(NodeGroup group) => group.Mounts.Map(mounts => mounts.AsEnumerable().Select(m => m.MountDir).Append("/home").Distinct().ToItems());

    private static ResourceSet<Connection> Over(Environment environment, Fact<Items<string>> paths, Func<string, Fact<MountedStorage>> at, NetworkEndpoint from, string label, Truth told)
    {
        if (!paths.IsKnown) return ResourceSet<Connection>.Of(Connection.Unseen(label, "what it mounts", paths.Source));
        var storages = paths.Value.Select(path => (Path: path, Storage: at(path)));
        return new([.. storages.AsEnumerable().Where(s => !s.Storage.IsKnown || s.Storage.Value.IsShared || s.Storage.Value.Type is FileSystemType.Ebs && !environment.IsKubernetes)
            .Select(s => s.Storage.IsKnown ? To(environment, s.Storage.Value, from, label) with { Told = told } : Connection.Unseen(label, $"what is mounted at {s.Path}", s.Storage.Source) with { Told = told })
            .DistinctBy(c => c.To, StringComparer.Ordinal).Select(c => new Member<Connection>(c, null))], null);
    }

    private static Connection To(Environment environment, MountedStorage storage, NetworkEndpoint from, string label)
    {
        if (storage.FileSystem is { } system) return Connection.Of(environment, from, label, system, storage.Label, PortOf(storage.Type));
        if (storage.Type is not (FileSystemType.HeadNodeNfs or FileSystemType.Ebs)) return Connection.Unseen(label, storage.Label, Nameless(storage));
        var head = environment.HeadGroups().Sole("the head node", RemedyKind.Attestation);
        return head is { IsKnown: true, Value: { } group } ? Connection.Of(environment, from, label, group, storage.Label, 2049)
            : Connection.Unseen(label, storage.Label, head.Gap ?? Nameless(storage));
    }

    /// <summary>NFSv4, which ParallelCluster and the CSI drivers use, needs no other port than its own; Lustre's clients need one of the servers'.</summary>
    internal static int PortOf(FileSystemType type) => type switch
    {
        FileSystemType.Lustre or FileSystemType.FileCache => 988,
        FileSystemType.Windows => 445,
        _ => 2049,
    };

    private static bool IsOfNetwork(HostMount mount) => mount.Type is "lustre" or "nfs" or "nfs4" or "efs" or "cifs" or "smb3";

    private static Gap Nameless(MountedStorage storage) => new("", nameof(FileSystem), storage.Label, GapCause.Hidden,
        $"{storage.Label} is no file system that the scan saw in AWS", new(RemedyKind.Attestation, $"the network path to {storage.Label}"));
}
