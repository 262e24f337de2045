using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>What becomes of hosts that a change makes anew from another image, or with other custom actions: what they said of what these installed is void.</summary>
/// <remarks>Kubernetes' nodes are none of them: what they are follows from more than their image.</remarks>
/// <param name="seen">What a scan saw.</param>
/// <param name="declared">What is handed over: the change, and perhaps facts of hosts.</param>
/// <param name="twins">Which of the one is which of the other.</param>
/// <param name="changes">What the change makes another.</param>
internal sealed class HostsToCome(SeenFacts seen, Snapshot declared, Twins twins, Alterations changes)
{
    private const string Workbench = "/workbench";

    private static readonly string[] s_installed = ["hasSessionComponents", "hasSingularity", "hasSlurmClient", "hasWorkbench", "operatingSystem", "packages", "pythonVersions", "rVersions", "sessionComponentsPath", "slurmVersion"];

    private static readonly string[] s_server =
        ["configurationDirectory", "configurationHash", "isLauncherActive", "isLauncherEnabled", "isServerActive", "isServerEnabled", "launcherEnvironment", "serverEnvironment", "version"];

    private static readonly string[] s_files = ["files", "hasEveryFile"];

    private IReadOnlyList<Observation> Said { get; } = [.. declared.Observations.Where(o => o.Evidence.Plane is Plane.Probe)];

    /// <summary>The hosts, each with what says so.</summary>
    public IReadOnlyDictionary<string, Observation> Hosts()
    {
        var all = new Dictionary<string, Observation>(StringComparer.Ordinal);
        foreach (var change in changes.Of(nameof(ComputeInstance), "imageId")) all.TryAdd(change.Twin.Id, change.Said);
        foreach (var change in changes.Of(nameof(NodeGroup), "customAmi", "hasCustomActions", "imageId").Where(IsSure))
            foreach (var host in HostsOf(change.Twin).Where(h => change.Properties.Contains("hasCustomActions") || !HasAlready(h, change.Said))) all.TryAdd(host, change.Said);
        return all;
    }

    /// <summary>That it is not known.</summary>
    public IEnumerable<Observation> Open() =>
        from host in Hosts().OrderBy(h => h.Key, StringComparer.Ordinal)
        from made in Of(nameof(ComputeInstance), host.Key).Take(1).Select(o => Meant(o, s_installed))
            .Concat(Of(nameof(WorkbenchServer), host.Key + Workbench).Take(1).Select(o => Meant(o, IsShared(host.Key) ? s_server : [.. s_server, .. s_files])))
        select Alterations.Opened(host.Value, made, _ => true,
            $"the change makes {host.Key} anew, and what its image and custom actions install is then known once it is deployed", "deploy, then gather node facts anew");

    /// <summary>Where the configuration was not seen, nobody says that its other part is another.</summary>
    private bool IsSure(Alteration change) => !change.Twin.Key.StartsWith("NodeGroup/", StringComparison.Ordinal) && !change.Twin.Key.StartsWith("eks/", StringComparison.Ordinal)
        && change.Properties.Any(p => p == "imageId" || seen.Value(change.Twin.Kind, change.Twin.Id, p) is not null);

    private bool HasAlready(string host, Observation said) => SeenFacts.Property(said, "imageId") is { Gap: null, Value: { ValueKind: JsonValueKind.String } image }
        && seen.Value(nameof(ComputeInstance), host, "imageId") is { ValueKind: JsonValueKind.String } own && own.GetString() == image.GetString();

    /// <summary>Those that it lists, and those of its pool.</summary>
    private IEnumerable<string> HostsOf(Observation group)
    {
        var (cluster, pool) = (Text(group, "cluster"), Text(group, "pool"));
        return (seen.Texts(group.Kind, group.Id, "instances") ?? new HashSet<string>())
            .Concat(seen.Of(nameof(ComputeInstance)).Where(o => cluster is not null && pool is not null && Text(o, "cluster") == cluster && Text(o, "pool") == pool).Select(o => o.Id));
    }

    private string? Text(Observation o, string property) => seen.Value(o.Kind, o.Id, property) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private IEnumerable<Observation> Of(string kind, string id) => seen.Of(kind, id).Concat(Said.Where(o => o.Kind == kind && (twins.Of(o)?.Id ?? o.Id) == id)
        .Select(o => o with { Id = id, Evidence = o.Evidence with { Scope = twins.Of(o)?.Evidence.Scope ?? twins.ScopeFor(o.Evidence.Scope) ?? o.Evidence.Scope } }));

    private static Observation Meant(Observation made, IEnumerable<string> names) => made with { Properties = [.. names.Select(n => new Property(n, default, null))] };

    /// <summary>Files on storage of the network outlive the host.</summary>
    private bool IsShared(string host) => Value(nameof(WorkbenchServer), host + Workbench, "configurationDirectory") is { ValueKind: JsonValueKind.String } directory
        && Value(nameof(ComputeInstance), host, "mounts") is { ValueKind: JsonValueKind.Array } mounts
        && mounts.EnumerateArray().Where(m => MountPath.Covers(m.GetProperty("path").GetString()!, directory.GetString()!)).MaxBy(m => m.GetProperty("path").GetString()!.Length) is { ValueKind: JsonValueKind.Object } on
        && on.GetProperty("type").GetString() is "nfs" or "nfs4" or "lustre";

    private JsonElement? Value(string kind, string id, string property) =>
        Said.Where(o => o.Kind == kind && (twins.Of(o)?.Id ?? o.Id) == id).Select(o => SeenFacts.Property(o, property)).FirstOrDefault(p => p is { Gap: null })?.Value ?? seen.Value(kind, id, property);
}
