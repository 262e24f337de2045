using System.Text.Json;
using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>The mounts that a node's <c>dna.json</c> lists: parallel lists of directories, ids and types, divided by commas.</summary>
internal sealed partial class NodeDna
{
    private const string Home = "/home";
    private const string Internal = "/opt/parallelcluster/init_shared";

    private readonly JsonElement _cluster;

    private NodeDna(JsonElement cluster) => _cluster = cluster;

    [GeneratedRegex("^(fs|fsvol|fc|vol)-[0-9a-f]{8,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier { get; }

    /// <summary>The mounts by the document itself.</summary>
    /// <param name="dna">The document.</param>
    /// <param name="extra">The one that a node lays over it; null where there is none.</param>
    public static IEnumerable<NodeMount> Mounts(string dna, string? extra)
    {
        DemandNoOther(extra);
        return new NodeDna(Need(Parse(dna, "dna.json"), "cluster")).All();
    }

    /// <summary>The mounts by a resource's metadata, in which the document is a file that <c>cfn-init</c> writes.</summary>
    public static IEnumerable<NodeMount> MountsByMetadata(string metadata)
    {
        var files = Parse(metadata, "Metadata");
        foreach (var name in (string[])["AWS::CloudFormation::Init", "deployConfigFiles", "files"]) files = Need(files, name);
        return Mounts(Text(Need(Need(files, "/tmp/dna.json"), "content")), files.TryGetProperty("/tmp/extra.json", out var extra) ? Text(Need(extra, "content")) : null);
    }

    /// <summary>A developer's setting may lay a document of its own over this one; one that speaks of the cluster makes it uncertain.</summary>
    private static void DemandNoOther(string? extra)
    {
        if (extra is null || extra.Trim().Length == 0) return;
        var root = Parse(extra, "extra.json");
        if (root.ValueKind is not JsonValueKind.Object || root.TryGetProperty("cluster", out _)) throw new AbsentFieldException("dna.json, for extra.json changes it");
    }

    /// <summary>What <c>cfn-init</c> writes into a file: text as it is, anything else as JSON.</summary>
    private static string Text(JsonElement content) => content.ValueKind is JsonValueKind.String ? content.GetString()! : content.GetRawText();

    private IEnumerable<NodeMount> All()
    {
        var isHead = Text("node_type") == "HeadNode";
        var named = Efs().Concat(Fsx()).Concat(HeadVolumes("ebs_shared_dirs", isHead)).Concat(HeadVolumes("raid_shared_dir", isHead)).ToList();
        if (!named.Exists(m => m.MountDir == Home) && DefaultHome(named, isHead) is { } home) named.Add(home);
        return named.Distinct().OrderBy(m => m.MountDir, StringComparer.Ordinal).ThenBy(m => m.FileSystemId, StringComparer.Ordinal);
    }

    private IEnumerable<NodeMount> Efs() => Aligned("efs_shared_dirs", "efs_fs_ids").Select(m => Mount(m.Directory, FileSystemType.Efs, m.Other));

    private IEnumerable<NodeMount> Fsx()
    {
        var types = List("fsx_fs_types");
        var mounts = Aligned("fsx_shared_dirs", "fsx_fs_ids").ToList();
        return types.Count == mounts.Count ? mounts.Select((m, at) => Mount(m.Directory, FsxType(types[at]), m.Other)) : throw new AbsentFieldException("fsx_fs_types");
    }

    /// <summary>Volumes of the head node, which it exports to the others.</summary>
    private IEnumerable<NodeMount> HeadVolumes(string directories, bool isHead) =>
        List(directories).Select(d => new NodeMount(MountPath.Normalize(d), isHead ? FileSystemType.Ebs : FileSystemType.HeadNodeNfs, null));

    /// <summary>Where nothing else is mounted at /home, it is on ParallelCluster's own EFS, or on the head node's root volume.</summary>
    private NodeMount? DefaultHome(IReadOnlyList<NodeMount> named, bool isHead) => Text("shared_storage_type") switch
    {
        "efs" => named.FirstOrDefault(m => m.MountDir == Internal) is { } own ? own with { MountDir = Home } : throw new AbsentFieldException(Internal),
        "ebs" => isHead ? null : new(Home, FileSystemType.HeadNodeNfs, null),
        _ => throw new AbsentFieldException("shared_storage_type"),
    };

    private IEnumerable<(string Directory, string Other)> Aligned(string directories, string ids)
    {
        var (places, others) = (List(directories), List(ids));
        return places.Count == others.Count ? places.Zip(others) : throw new AbsentFieldException(ids);
    }

    private static NodeMount Mount(string directory, FileSystemType type, string id) =>
        Identifier.IsMatch(id) ? new(MountPath.Normalize(directory), type, id) : throw new AbsentFieldException($"id of what is mounted at {OneLine.Of(directory)}");

    private static FileSystemType FsxType(string type) => type switch
    {
        "LUSTRE" => FileSystemType.Lustre,
        "OPENZFS" => FileSystemType.OpenZfs,
        "ONTAP" => FileSystemType.Ontap,
        "FILECACHE" => FileSystemType.FileCache,
        _ => throw new AbsentFieldException("fsx_fs_types"),
    };

    private List<string> List(string name) => [.. Text(name).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(t => t != "NONE")];

    private string Text(string name) => Need(_cluster, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw new AbsentFieldException(name);

    private static JsonElement Need(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : throw new AbsentFieldException(name);

    /// <summary>What a parser says of a document may quote it, so that only its name is told.</summary>
    private static JsonElement Parse(string json, string what)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new AbsentFieldException(what);
        }
    }
}
