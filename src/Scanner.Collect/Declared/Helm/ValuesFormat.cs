using Scanner.Collect.Declared.Kubernetes;

namespace Scanner.Collect.Declared.Helm;

/// <summary>Values of the public chart rstudio-workbench. Of several files, later ones lie over earlier ones, as with <c>helm -f</c>.</summary>
internal sealed class ValuesFormat : IDeclaredFormat
{
    public const int Largest = 2 * 1024 * 1024;

    /// <summary>Keys of the chart that no other chart is likely to have.</summary>
    private static readonly string[] s_telling = ["jobJsonOverridesFiles", "launcherPem", "launcherPub", "secureCookieKey", "xdgConfigDirs"];

    /// <summary>Keys of the chart that those of many a chart are called as well: they tell nothing of whose they are.</summary>
    private static readonly HashSet<string> s_anybodys = new(StringComparer.Ordinal)
    {
        "affinity", "args", "command", "deployment", "extraObjects", "fullnameOverride", "global", "image", "ingress", "initContainers", "livenessProbe", "loadBalancer", "nameOverride", "nodeSelector",
        "pod", "podDisruptionBudget", "priorityClassName", "prometheus", "rbac", "readinessProbe", "replicas", "resources", "revisionHistoryLimit", "securityContext", "service", "serviceMonitor",
        "shareProcessNamespace", "startupProbe", "strategy", "tolerations", "topologySpreadConstraints",
    };

    public string Key => "values";

    /// <summary>What facts are said to come from.</summary>
    public const string Name = "Helm values";

    public string Title => Name;

    public bool Recognizes(DeclaredInput input)
    {
        if (input.IsFolder || Mapping(input.Text) is not { } file) return false;
        var keys = file.Entries.Select(e => e.Key).ToList();
        if (keys.Contains("apiVersion", StringComparer.Ordinal)) return false;
        return keys.Any(k => s_telling.Contains(k, StringComparer.Ordinal)) || (keys.Any(IsOwn) && (keys.Count(ChartFacts.Shipped.Keys.Contains) > 1 || keys.All(ChartFacts.Shipped.Keys.Contains)));
    }

    /// <summary>Whether a file may be values of this chart, or as well of any other.</summary>
    public static bool AreAnybodys(DeclaredInput input) => !input.IsFolder && Mapping(input.Text) is { } file && file.Entries.Any() && file.Entries.All(e => s_anybodys.Contains(e.Key));

    private static bool IsOwn(string key) => ChartFacts.Shipped.Keys.Contains(key) && !s_anybodys.Contains(key);

    /// <summary>Whether a file can be one that lies over values of the chart: any YAML or JSON of keys and values that is no object.</summary>
    public static bool MayLieOver(DeclaredInput input) => !input.IsFolder && Mapping(input.Text) is { } file && !file.Entries.Any(e => e.Key is "apiVersion" or "kind");

    public async Task Read(IReadOnlyList<DeclaredInput> inputs, DeclaredScope scope, DeclaredSink sink, CancellationToken cancellationToken)
    {
        var layers = inputs.Select(i => Layer(i.Text)).ToList();
        foreach (var (input, layer) in inputs.Zip(layers))
            if (layer.Names.Any() && !layer.Names.Any(ChartFacts.Shipped.Keys.Contains))
                throw new DeclaredException($"{input.Name}:1:1: has no value of the chart rstudio-workbench; those for a chart around it stand under its name there: hand over what is below that");
        var start = inputs.Select(i => i.Text).FirstOrDefault(t => t.Text.Length > 0)?.At(1) ?? inputs[0].Text.At(1);
        var said = layers.Aggregate(DeclaredValue.Map(), ValuesMerge.Over);
        await new DeclaredRelease(scope, Title, sink).Read(said, start, cancellationToken);
    }

    /// <summary>A file without any value is one, too.</summary>
    private static DeclaredValue Layer(DeclaredText file)
    {
        file.RefuseLarger(Largest, "Helm keeps a release with its values in 1 MB: hand over what this release is given");
        return DeclaredYaml.Documents(file) is [] ? DeclaredValue.Map() : new YamlValues(file).Read(DeclaredYaml.Document(file, "values file"));
    }

    private static Yaml.YamlPlace? Mapping(DeclaredText file)
    {
        try
        {
            return DeclaredYaml.Documents(file) is [{ IsMapping: true } one] ? one : null;
        }
        catch (DeclaredException)
        {
            return null;
        }
    }
}
