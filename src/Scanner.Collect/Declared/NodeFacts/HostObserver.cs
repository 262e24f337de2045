using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.NodeFacts;

/// <summary>Makes resources of one host's document: the host, and its Workbench where it has one.</summary>
internal sealed class HostObserver(NodeFactsDocument document, Evidence evidence)
{
    private readonly Saying _said = new(document.Json);
    private readonly HostGaps _gaps = new(evidence, nameof(ComputeInstance), document.Host);

    public void Observe(SnapshotBuilder builder)
    {
        builder.Observe(evidence, Host());
        if (_said.Switch("workbench", "installed") is true) builder.Observe(evidence, new ServerSayings(document, _said, new(evidence, nameof(WorkbenchServer), document.Host)).Resource());
    }

    /// <summary>What the live account says better, such as its name, is left to it.</summary>
    private ComputeInstance Host() => new()
    {
        Id = document.Id,
        Name = document.InstanceId is null ? _gaps.Known<string?>(document.Host) : default,
        OperatingSystem = _gaps.Need(_said.Text("host", "os"), "host.os"),
        Mounts = _gaps.Items(Mounts(), "mounts"),
        HasWorkbench = _gaps.Need(_said.Switch("workbench", "installed"), "workbench.installed"),
        HasSessionComponents = _gaps.Need(_said.Switch("sessionComponents", "rsession"), "sessionComponents.rsession"),
        SessionComponentsPath = _gaps.Maybe(_said.Text("sessionComponents", "path"), _said.Switch("sessionComponents", "rsession"), "sessionComponents.path"),
        RVersions = _gaps.Items(_said.Texts("r"), "r"),
        PythonVersions = _gaps.Items(_said.Texts("python"), "python"),
        HasSlurmClient = _gaps.Need(_said.Switch("slurm", "client"), "slurm.client"),
        SlurmVersion = _gaps.Maybe(_said.Text("slurm", "version"), _said.Switch("slurm", "client"), "slurm.version"),
        ReachesSlurmController = _gaps.Need(_said.Switch("slurm", "controllerReachable"), "slurm.controllerReachable"),
        RunsSlurmController = _gaps.Need(_said.Switch("slurm", "slurmctldHere"), "slurm.slurmctldHere"),
        HasSingularity = _gaps.Need(_said.Switch("slurm", "singularity"), "slurm.singularity"),
        UsesSssd = _gaps.Need(_said.Switch("identity", "sssd"), "identity.sssd"),
        IdentityDomains = _gaps.Items(_said.Texts("identity", "domains"), "identity.domains"),
        UsersHash = _gaps.Maybe(_said.Text("identity", "sampleUsersHash"), _said.Number("identity", "sampleCount") is 0 ? false : null, "identity.sampleUsersHash"),
        UsersCounted = _gaps.Need(_said.Number("identity", "sampleCount"), "identity.sampleCount"),
        Acls = _gaps.Items(Acls(), "acl"),
    };

    /// <summary>Null where one of them cannot be read: a list that lacks one would say that it is not mounted.</summary>
    private List<HostMount>? Mounts()
    {
        if (_said.Objects("mounts") is not { } said) return null;
        var mounts = said.Select(Mount).ToList();
        return mounts.TrueForAll(m => m is not null) ? [.. mounts.Select(m => m!).OrderBy(m => m.Path, StringComparer.Ordinal)] : null;
    }

    private static HostMount? Mount(Saying mount) => mount.Text("target") is not { Length: > 0 } target || mount.Text("source") is not { } source || mount.Text("fstype") is not { } type ? null
        : new(MountPath.Normalize(target), MountSource.Harmless(source), type, (mount.Text("options") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(MountSource.IsHarmlessOption).ToItems(), MountSource.Id(source));

    private List<DirectoryAcl>? Acls()
    {
        if (_said.Entries("acl") is not { } said) return null;
        return said.All(e => e.Value.Switch("posix") is not null || e.Value.At("posix") is null)
            ? [.. said.Where(e => e.Value.Switch("posix") is not null).Select(e => new DirectoryAcl(MountPath.Normalize(e.Name), e.Value.Switch("posix") is true)).OrderBy(a => a.Path, StringComparer.Ordinal)] : null;
    }
}
