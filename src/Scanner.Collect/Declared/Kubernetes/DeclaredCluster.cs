using Scanner.Collect.Kubernetes;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>The cluster that files declare some objects of.</summary>
/// <param name="scope">What the files are about.</param>
/// <param name="source">What they are, as gaps name it.</param>
/// <param name="sink">Takes what is found.</param>
internal sealed class DeclaredCluster(DeclaredScope scope, string source, DeclaredSink sink)
{
    private static readonly HashSet<string> s_scaled = new(["Deployment", "StatefulSet"], StringComparer.Ordinal);

    private readonly Dictionary<string, (DeclaredObject Item, string Key)> _read = new(StringComparer.Ordinal);

    private DeclaredSecrets _secrets = new([]);

    /// <summary>Whether whoever makes the objects may make some that are not told here.</summary>
    public bool MayBeMore { get; init; }

    /// <summary>Texts of which whoever makes the objects makes some that are not told here.</summary>
    public IReadOnlyList<UntoldObjects> Untold { get; init; } = [];

    /// <summary>Why something of the objects is open that does not say it itself; null where it is just filled in later.</summary>
    public DeclaredValue? Undecided { get; init; }

    /// <summary>Secrets that are made of what the files say, and that they do not list themselves.</summary>
    public IReadOnlyList<DeclaredObject> Secrets { get; init; } = [];

    /// <param name="objects">In the order in which they would be applied: of two with one name, the later counts.</param>
    /// <param name="start">Where the files begin, which is where a cluster is that they do not name.</param>
    /// <param name="cancellationToken">The user's.</param>
    public async Task Read(IReadOnlyList<DeclaredObject> objects, SourceLocation start, CancellationToken cancellationToken)
    {
        Cluster(start);
        using var scopes = new DeclaredScopes(scope.Target);
        var defaults = new ServerDefaults(scope.Namespace);
        var whole = objects.Select(defaults.Of).ToList();
        _secrets = new(whole.Concat(Secrets));
        var applied = whole.GroupBy(o => $"{o.Group}/{o.Kind}/{o.Namespace}/{o.Name}", StringComparer.Ordinal);
        foreach (var group in applied)
        {
            foreach (var earlier in group.SkipLast(1))
            {
                Unknown(earlier, start, "which is declared again later");
                sink.Note(earlier.Origin?.Place ?? start, $"{earlier.Kind} {earlier.Name} is declared again at {group.Last().Origin?.ToString() ?? start.File}, and that counts");
            }
            await Read(group.Last(), scopes, start, cancellationToken);
        }
        foreach (var (item, key) in _read.Values) MountedFiles(item, key);
        Cover(objects);
    }

    private void Cluster(SourceLocation start)
    {
        var arn = Amazon.Arn.TryParse(scope.Cluster, out var parsed) && parsed is { Service: "eks", AccountId.Length: > 0 } ? scope.Cluster : null;
        var evidence = scope.Evidence(scope.Kubernetes, source, start);
        var said = new Answer<string>(evidence, nameof(Cluster), scope.Cluster.Length == 0 ? scope.Target : scope.Cluster, null);
        Fact<T> Lacking<T>(string property) => new(ServerFacts.Gap(evidence, nameof(Model.Cluster), property));
        // no line declares it: files do not say what they are applied to
        sink.Builder.Observe(evidence, new Cluster
        {
            Id = $"k8s://declared/{scope.Target}",
            Key = arn ?? $"declared/{scope.Target}",
            Name = said.Optional(name => name),
            Kind = said.Map(_ => ClusterKind.Kubernetes),
            Endpoint = Lacking<string?>("endpoint"),
            Version = Lacking<SemanticVersion>("version"),
            IsEksBuild = Truth.Unknown(ServerFacts.Gap(evidence, nameof(Model.Cluster), "isEksBuild")),
            Uid = Lacking<string>("uid"),
        });
    }

    private async Task Read(DeclaredObject item, DeclaredScopes scopes, SourceLocation start, CancellationToken cancellationToken)
    {
        if (item.Name is null || DeclaredTypes.Reader(item) is not { } reader)
        {
            Unknown(item, start, item.Name is null ? item.Value.At("metadata", "name")?.Why ?? "without a name of its own" : $"which nothing is read of{(DeclaredTypes.Kinds.Contains(item.Kind) ? "" : Suggestion.Near(item.Kind, DeclaredTypes.Kinds))}");
            return;
        }
        var (whole, seen) = (item.Origin?.Place ?? start, new SnapshotBuilder());
        await reader.Collect(await scopes.With(item, cancellationToken), seen, cancellationToken);
        var evidence = scope.Evidence(scope.Kubernetes, source, whole);
        if (item.Kind == "ConfigMap" && seen.Observations.Count == 0) seen.Observe(evidence, Other(item, evidence));
        foreach (var observation in seen.Observations)
        {
            sink.Builder.Observe(_secrets.Beside(DeclaredObservation.Of(observation, item, evidence, Undecided), item));
            sink.Declare(observation.Key, ObjectPlaces.Of(item, whole));
            _read[$"{item.Kind}/{item.Namespace}/{item.Name}"] = (item, observation.Key);
        }
    }

    /// <summary>That a config map has nothing of Workbench's is told, so that of those which the server mounts none is missing.</summary>
    private ConfigMap Other(DeclaredObject item, Evidence evidence)
    {
        var said = new Answer<DeclaredObject>(evidence, nameof(ConfigMap), item, null);
        return new()
        {
            Id = $"k8s://declared/{scope.Target}/{nameof(ConfigMap)}/{item.Namespace}/{item.Name}",
            Key = ObjectIds.Key<ConfigMap>($"{item.Namespace}/{item.Name}"),
            Name = said.Optional(m => m.Name),
            Namespace = said.Field(m => m.Namespace, "metadata.namespace"),
            Keys = said.Items<string>(_ => []),
            Files = said.Items<ConfigurationFile>(_ => []),
        };
    }

    /// <summary>An installation is judged by its workload, and mended in the config maps that this mounts.</summary>
    private void MountedFiles(DeclaredObject workload, string key)
    {
        if (!s_scaled.Contains(workload.Kind) || workload.Value.At("spec", "template", "spec", "volumes") is not { } volumes) return;
        foreach (var name in volumes.Elements.Select(v => v.TextAt("configMap", "name")).OfType<string>().Distinct(StringComparer.Ordinal))
            if (_read.TryGetValue($"ConfigMap/{workload.Namespace}/{name}", out var map) && map.Item.Value["data"] is { } data)
                foreach (var file in data.Names)
                    if (data[file]!.Origin is { } origin) Declare(key, file, data[file]!, origin);
    }

    private void Declare(string key, string file, DeclaredValue text, Origin origin)
    {
        sink.Builder.Declare(new(key, $"files[{file}]", origin.Place));
        foreach (var (path, place) in MountedKeys.Of(file, text)) sink.Builder.Declare(new(key, $"files[{file}].{path}", place));
    }

    private void Unknown(DeclaredObject item, SourceLocation start, string why) =>
        sink.Unknown(item.Origin?.Place ?? start, $"{item.ApiVersion} {item.Kind}{(item.Name is null ? "" : $" {item.Name}")}, {why}");

    private void Cover(IReadOnlyList<DeclaredObject> objects)
    {
        DeclaredCoverage.Partial(sink, scope.Kubernetes, source);
        foreach (var (kind, gap) in Untold.SelectMany(u => u.Gaps(scope.Kubernetes, source)).DistinctBy(g => g.Kind)) sink.MayMake(kind, scope.Kubernetes, source, gap);
        // Who states how many pods there are leaves it to no autoscaler: each time the file is applied, its number holds again. An
        // autoscaler that is declared all the same is one of the objects.
        var unstated = MayBeMore || objects.Any(o => s_scaled.Contains(o.Kind) && o.Value.At("spec", "replicas") is null or { IsNull: true })
            || objects.Any(o => o.Kind == "HorizontalPodAutoscaler" && DeclaredTypes.Reader(o) is null);
        sink.Cover<HorizontalPodAutoscaler>(scope.Kubernetes, source, unstated ? ServerFacts.Others(scope.Kubernetes, nameof(HorizontalPodAutoscaler), source) : null);
    }
}
