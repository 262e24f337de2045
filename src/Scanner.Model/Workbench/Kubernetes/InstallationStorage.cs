namespace Scanner.Model;

/// <summary>The storage of a Workbench installation.</summary>
public static class InstallationStorage
{
    /// <summary>What a path in the server's container lies on; null where it lies in the container itself.</summary>
    public static Fact<PodStorage?> StorageAt(this Installation installation, string path) => installation.Server.Containers.Then(containers =>
        Mounts(containers, path) switch
        {
            [] => new Fact<PodStorage?>((PodStorage?)null, Evidence.Derived),
            [var mount, .. var others] when others.TrueForAll(o => o.Volume == mount.Volume) => installation.Server.Volumes.Then(volumes => Volume(installation, mount, volumes)),
            _ => new(Dangling(installation, $"several volumes at {path}")),
        });

    /// <summary>The file system behind home directories: of claim and volume, joined to the one that AWS shows.</summary>
    public static Fact<MountedStorage> Home(this Installation installation) => installation.FileSystemAt(installation.Environment.Parameters.HomeMountPath);

    /// <summary>The file system behind a path in the server's container: of claim and volume, joined to the one that AWS shows.</summary>
    public static Fact<MountedStorage> FileSystemAt(this Installation installation, string path) => installation.StorageAt(path).Then(storage => storage is null
        ? new Fact<MountedStorage>(new MountedStorage(FileSystemType.Ephemeral, path, "the container's own disk", null, true), Evidence.Derived)
        : VolumeBacking.Of(installation.Environment, storage));

    /// <summary>Where the servers keep what they share (<c>server-shared-storage-path</c> in <c>rserver.conf</c>), or the product's own default.</summary>
    public static Fact<string> SharedStoragePath(this Installation installation) => installation.Setting("rserver.conf", "server-shared-storage-path")
        .Map(path => MountPath.Normalize(path ?? "/var/lib/rstudio-server/shared-storage"));

    /// <summary>The container with the most ports is not always the server: what counts is who mounts the path deepest.</summary>
    private static List<VolumeMount> Mounts(Items<Container> containers, string path) => containers.AsEnumerable().SelectMany(c => c.Mounts.AsEnumerable())
        .Where(m => MountPath.Covers(MountPath.Normalize(m.Path), path)).GroupBy(m => MountPath.Normalize(m.Path).Length).MaxBy(g => g.Key)?.ToList() ?? [];

    private static Fact<PodStorage?> Volume(Installation installation, VolumeMount mount, Items<PodVolume> volumes)
    {
        if (volumes.AsEnumerable().FirstOrDefault(v => v.Name == mount.Volume) is not { } volume)
            return new(Dangling(installation, $"volume {mount.Volume}"));
        if (volume.Claim is not { } name) return new(new PodStorage(mount, volume, null, null), Evidence.Derived);
        return Claim(installation, name).Then(claim => claim.Volume.Then(bound => bound is { } reference
            ? installation.Environment.Resolve(reference).Map(persistent => (PodStorage?)new PodStorage(mount, volume, claim, persistent))
            : new Fact<PodStorage?>(Dangling(installation, $"claim {claim.Label}, which is bound to no volume,"))));
    }

    private static Fact<VolumeClaim> Claim(Installation installation, string name)
    {
        var found = installation.Environment.Of<VolumeClaim>().Where(c => c.Name == name && c.Namespace.Is(space => installation.Server.Namespace == space));
        // namespace and name make one claim, whatever else was not listed
        return found.Members is [{ Doubt: null, Item: var only }] ? new Fact<VolumeClaim>(only, Evidence.Derived)
            : found.Sole(name, RemedyKind.Attestation).Then(claim => claim is null ? new Fact<VolumeClaim>(Dangling(installation, $"claim {name}")) : new Fact<VolumeClaim>(claim, Evidence.Derived));
    }

    private static Gap Dangling(Installation installation, string what) => new(installation.Server.Scope, nameof(VolumeClaim), what, GapCause.Hidden,
        $"{installation.Label} mounts {what} of which nothing more was seen", new(RemedyKind.Attestation, $"what {what} is"));
}
