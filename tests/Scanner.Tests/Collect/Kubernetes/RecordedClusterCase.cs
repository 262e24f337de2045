using System.Text.Json;
using System.Text.Json.Nodes;

namespace Scanner.Tests.Collect.Kubernetes;

/// <summary>
/// A folder of an API server's recorded answers, one file for each path with its slashes as dots, e.g. <c>apis.apps.v1.deployments.json</c>;
/// the further pages of a list are <c>….page2.json</c> and so on. <c>base.txt</c> names a case whose files stand where this one has none.
/// </summary>
internal sealed class RecordedClusterCase
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    public RecordedClusterCase(string name)
    {
        var folder = Repository.Path("fixtures", "kubernetes", name);
        var overlaid = Path.Combine(folder, "base.txt");
        if (File.Exists(overlaid))
            foreach (var (file, path) in new RecordedClusterCase(File.ReadAllText(overlaid).Trim())._files) _files[file] = path;
        foreach (var path in Directory.EnumerateFiles(folder, "*.json")) _files[Path.GetFileNameWithoutExtension(path)] = path;
    }

    /// <summary>The paths of the recorded lists of a whole cluster, sorted.</summary>
    public IReadOnlyList<string> Lists =>
    [
        .. _files.Keys.Where(name => !name.Contains(".page", StringComparison.Ordinal) && Read(name)["items"] is not null).Order(StringComparer.Ordinal),
    ];

    /// <summary>What is recorded for a path, in its pages; null where nothing is.</summary>
    public IReadOnlyList<string>? Pages(string path) => path.Trim('/') switch
    {
        var plain when _files.ContainsKey(Name(plain)) => [.. Names(Name(plain)).Select(name => File.ReadAllText(_files[name]))],
        var one when one.Split('/') is [.. var root, "namespaces", var space, var plural] && _files.ContainsKey(Name([.. root, plural])) =>
            [OfNamespace(Names(Name([.. root, plural])).Select(Read), space)],
        _ => null,
    };

    private static string Name(params string[] path) => string.Join('.', path).Replace('/', '.');

    private IEnumerable<string> Names(string first)
    {
        yield return first;
        for (var page = 2; _files.ContainsKey($"{first}.page{page}"); page++) yield return $"{first}.page{page}";
    }

    private JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(_files[name]))!;

    /// <summary>What is small enough comes in one page.</summary>
    private static string OfNamespace(IEnumerable<JsonNode> pages, string space)
    {
        var all = pages.ToList();
        var items = all.SelectMany(p => p["items"]!.AsArray()).Where(i => (string?)i!["metadata"]!["namespace"] == space).Select(i => i!.DeepClone());
        all[0]["items"] = new JsonArray([.. items]);
        all[0]["metadata"]!.AsObject().Remove("continue");
        all[0]["metadata"]!.AsObject().Remove("remainingItemCount");
        return all[0].ToJsonString(JsonSerializerOptions.Default);
    }
}
