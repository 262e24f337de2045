namespace Scanner.Model;

/// <summary>What sessions in Kubernetes have mounted as home directories.</summary>
public static class SessionStorage
{
    /// <summary>Whether a session's home is the directory that Workbench's server has under the same path: what the launcher mounts is a claim of the session's namespace, or an export of NFS.</summary>
    public static Truth HasHomeOf(this Installation installation, Pod session) => session.Containers.Is(containers =>
    {
        var homes = Homes(installation, containers);
        return homes.Count == 0 ? false : homes.Select(m => IsSame(installation, session, m)).Aggregate((one, other) => one & other);
    });

    /// <summary>The mount at home's path, or at one user's below it; else what covers the path.</summary>
    private static List<VolumeMount> Homes(Installation installation, Items<Container> containers)
    {
        var home = installation.Environment.Parameters.HomeMountPath;
        var all = containers.AsEnumerable().SelectMany(c => c.Mounts.AsEnumerable()).ToList();
        var own = all.FindAll(m => MountPath.Normalize(m.Path) is var path && MountPath.Covers(home, path) && path[home.Length..].TrimStart('/').IndexOf('/', StringComparison.Ordinal) < 0);
        return own.Count > 0 ? own : [.. all.Where(m => MountPath.Covers(MountPath.Normalize(m.Path), home)).OrderByDescending(m => m.Path.Length).Take(1)];
    }

    private static Truth IsSame(Installation installation, Pod session, VolumeMount mount)
    {
        var path = MountPath.Normalize(mount.Path);
        return installation.StorageAt(path).Is(server => server is null ? false : session.Volumes.Is(volumes =>
            volumes.AsEnumerable().FirstOrDefault(v => v.Name == mount.Volume) is not { } volume ? Truth.Unknown(Dangling(session, mount.Volume))
            : IsSame(installation, session, server, mount, volume) & (Inside(server.Mount, path) == Inside(mount, path))));
    }

    /// <summary>The same claim, or the same export; of two claims, what stands behind them.</summary>
    private static Truth IsSame(Installation installation, Pod session, PodStorage server, VolumeMount mount, PodVolume volume)
    {
        if (volume.Claim is null && server.Claim is null) return IsSameSource(server.Volume, volume, session);
        if (volume.Claim is null || server.Claim is null) return volume.Kind is "emptyDir" or "ephemeral" ? false : Truth.Unknown(Unlike(session, server.Volume, volume));
        return (server.Claim.Name == volume.Claim && session.Namespace.Is(space => server.Claim.Namespace == space))
            || ClaimOf(installation, session, volume.Claim).Then(claim => claim.Volume.Then(bound => bound is { } reference
                ? installation.Environment.Resolve(reference).Map(persistent => new PodStorage(mount, volume, claim, persistent))
                : new Fact<PodStorage>(Dangling(session, claim.Label)))).Is(own => IsSameBehind(installation.Environment, server, own, session));
    }

    /// <summary>Of two claims that are bound to different volumes: the same handle, or the same directory of the same file system.</summary>
    private static Truth IsSameBehind(Environment environment, PodStorage server, PodStorage own, Pod session) =>
        server.Persistent!.Handle.Is(handle => handle is not null && own.Persistent!.Handle == handle && server.Persistent.Driver.Is(driver => own.Persistent!.Driver == driver))
        || VolumeBacking.Of(environment, server).Is(one => VolumeBacking.Of(environment, own).Is(other => one.FileSystem is null || other.FileSystem is null
            ? Truth.Unknown(Unlike(session, server.Volume, own.Volume))
            : one.FileSystem.Id != other.FileSystem.Id ? false
            : one.Directory is not null && other.Directory is not null ? (Truth)(one.Directory == other.Directory)
            : Truth.Unknown(Unlike(session, server.Volume, own.Volume))));

    private static Truth IsSameSource(PodVolume server, PodVolume volume, Pod session) =>
        server is { Kind: "nfs" } && volume is { Kind: "nfs" } ? server.Server == volume.Server && server.Path == volume.Path
        : volume.Kind is "emptyDir" or "ephemeral" ? false : Truth.Unknown(Unlike(session, server, volume));

    private static Fact<VolumeClaim> ClaimOf(Installation installation, Pod session, string name) => installation.Environment.Of<VolumeClaim>()
        .Where(c => c.Name == name && session.Namespace.Is(space => c.Namespace == space)).Sole(name, RemedyKind.Attestation)
        .Then(claim => claim is null ? new Fact<VolumeClaim>(Dangling(session, name)) : new Fact<VolumeClaim>(claim, Evidence.Derived));

    /// <summary>Where in the volume a path lies.</summary>
    private static string Inside(VolumeMount mount, string path) =>
        MountPath.Normalize($"{mount.SubPath}/{path[(MountPath.Normalize(mount.Path) is var at && at == "/" ? 0 : at.Length)..]}");

    private static Gap Unlike(Pod session, PodVolume server, PodVolume volume) => new(session.Scope, nameof(Pod), volume.Name, GapCause.Undecidable,
        $"{session.Label} has {volume.Kind} volume {volume.Name} where the server has {server.Kind} volume {server.Name}, and whether these are the same file system cannot be told",
        new(RemedyKind.Attestation, $"what {session.Label} has as its home"));

    private static Gap Dangling(Pod session, string what) => new(session.Scope, nameof(VolumeClaim), what, GapCause.Hidden,
        $"{session.Label} mounts {what}, of which nothing more was seen", new(RemedyKind.Attestation, $"what {what} is"));
}
