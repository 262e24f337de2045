using System.Collections.Concurrent;
using System.Text.Json;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes;

/// <summary>One cluster, seen as one user.</summary>
internal sealed class KubernetesScope : IDisposable
{
    private readonly ApiCalls _calls;
    private readonly KubernetesClient _client;
    private readonly Gap? _closed;
    private readonly Answer<ApiGroups> _groups;
    private readonly ConcurrentDictionary<string, byte> _said = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<Answer<IReadOnlySet<string>>>>> _resources = new(StringComparer.Ordinal);

    private KubernetesScope(ApiCalls calls, KubernetesClient client, Answer<ApiGroups> groups) =>
        (_calls, _client, _groups, _closed) = (calls, client, groups, groups.Gap);

    /// <summary>How facts and gaps name it.</summary>
    public string Name => ScopeName(_client.Access);

    /// <summary>What the user should know: about the way there, and, once collectors are done, about lists that took two attempts.</summary>
    public IReadOnlyList<string> Notes => [.. _client.Access.Notes(), .. _said.Keys.Order(StringComparer.Ordinal)];

    /// <summary>How it is reached.</summary>
    public ClusterAccess Access => _client.Access;

    /// <summary>What the server has; the gap where it could not be entered.</summary>
    public Answer<ApiGroups> Groups => _groups;

    /// <summary>What the server says of itself.</summary>
    public Answer<KubernetesObject> About { get; private init; } = default!;

    /// <summary>The server's version, e.g. <c>v1.33.1-eks-1</c>.</summary>
    public Fact<string> Version => About.Field(v => v.Text("gitVersion"), "gitVersion");

    /// <summary>What stays when a cluster is renamed or reached in another way: the uid of its namespace kube-system.</summary>
    public Fact<string> Uid => System.Field(s => s.Text("metadata", "uid"), "metadata.uid");

    /// <summary>What the server says of its namespace kube-system.</summary>
    public Answer<KubernetesObject> System { get; private init; } = default!;

    /// <summary>Whether both are one cluster; where one does not say which it is, only the way there, or the ARN of its name, can tell.</summary>
    public bool IsSame(KubernetesScope other) => (Name == other.Name && (Access.IsSame(other.Access) || (Access.EksArn is { } arn && arn == other.Access.EksArn))) || (Uid.IsKnown && other.Uid.IsKnown && Uid.Value == other.Uid.Value);

    /// <summary>Asks what the server has. Where that fails everything would, so that nothing else is asked and every gap is that one.</summary>
    /// <param name="access">How it is reached.</param>
    /// <param name="calls">What all calls of the scan share.</param>
    /// <param name="cancellationToken">The user's.</param>
    /// <param name="closed">Why it is not known where the cluster is; null where it is.</param>
    public static Task<KubernetesScope> Open(ClusterAccess access, ApiCalls calls, CancellationToken cancellationToken, Gap? closed = null) =>
        Enter(new KubernetesClient(access, calls.Time), calls, cancellationToken, closed);

    /// <summary>The same with a client that may speak to something else than a cluster.</summary>
    public static async Task<KubernetesScope> Enter(KubernetesClient client, ApiCalls calls, CancellationToken cancellationToken, Gap? closed = null)
    {
        var groups = await Discover(new(calls, client, ScopeName(client.Access), "", closed), cancellationToken);
        var probe = new KubernetesProbe(calls, client, ScopeName(client.Access), nameof(Cluster), groups.Gap);
        var version = await probe.Ask("get /version", "version", KubernetesObject.Of, cancellationToken);
        var system = await probe.Ask("get namespaces", "api/v1/namespaces/kube-system", KubernetesObject.Of, cancellationToken);
        return new(calls, client, groups)
        {
            About = version,
            System = system,
        };
    }

    /// <summary>The door through which a collector of <typeparamref name="T"/> asks.</summary>
    public KubernetesProbe Probe<T>() where T : Resource => new(_calls, _client, Name, typeof(T).Name, _closed, note => _said.TryAdd(note, 0));

    /// <summary>
    /// All objects of a type in the cluster. A type that the server does not have is an empty listing and complete; one that the caller
    /// may not read is a gap. The answer to the list itself cannot tell them apart, because the server asks who may before it asks what is.
    /// </summary>
    /// <typeparam name="TKind">The resource kind that they are about.</typeparam>
    /// <typeparam name="T">What is kept of an object.</typeparam>
    public Task<Listing<T>> List<TKind, T>(ApiResource resource, Func<JsonElement, T> read, Func<T, string?> id, CancellationToken cancellationToken)
        where TKind : Resource where T : class => List<TKind, T>(resource, (_, json) => read(json), id, cancellationToken);

    /// <summary>The same, for a reader to whom the version makes a difference.</summary>
    /// <typeparam name="TKind">The resource kind that they are about.</typeparam>
    /// <typeparam name="T">What is kept of an object.</typeparam>
    public async Task<Listing<T>> List<TKind, T>(ApiResource resource, Func<string, JsonElement, T> read, Func<T, string?> id, CancellationToken cancellationToken)
        where TKind : Resource where T : class
    {
        var (action, kind) = ($"list {resource.Name}", typeof(TKind).Name);
        Listing<T> Nothing(Gap? gap) => Listing<T>.Of(new(Plane.Live, Name, action, _calls.Time.GetUtcNow()), kind, [], id, "metadata.name", gap);
        if ((_closed ?? _calls.Unwanted(Name, kind, action)) is { } shut) return Nothing(shut);
        var served = _groups.Value!.Served(resource.Group);
        // a group's versions need not all have the resource
        foreach (var version in resource.Versions.Where(v => served.Contains(v, StringComparer.Ordinal)))
        {
            var names = await Resources(resource.Root(version)).WaitAsync(cancellationToken);
            if (names.Value is null) return Nothing(names.Gap! with { Kind = kind });
            if (names.Value.Contains(resource.Plural)) return await Probe<TKind>().List(action, resource.Path(version), json => read(version, json), id, cancellationToken);
        }
        return Nothing(await Unreadable(resource, kind, action).WaitAsync(cancellationToken));
    }

    public void Dispose() => _client.Dispose();

    /// <summary>A resource that is there in versions which nobody here can read may hold anything; one that is in no version holds nothing.</summary>
    private async Task<Gap?> Unreadable(ApiResource resource, string kind, string action)
    {
        var others = new List<string>();
        foreach (var version in _groups.Value!.Served(resource.Group).Except(resource.Versions, StringComparer.Ordinal))
            if ((await Resources(resource.Root(version))).Value is not { } names || names.Contains(resource.Plural)) others.Add(version);
        return others.Count == 0 ? null
            : new(Name, kind, action, GapCause.Unsupported, $"the server has {resource.Group} only in {string.Join(", ", others)}, and {string.Join(", ", resource.Versions)} can be read",
                new(RemedyKind.Flag, "use a newer scanner, or report what it saw"));
    }

    /// <summary>The names of a version's resources. Asked once for all collectors, none of which may cancel it for the others.</summary>
    public Task<Answer<IReadOnlySet<string>>> Resources(string root) => _resources.GetOrAdd(root, r => new(() =>
        new KubernetesProbe(_calls, _client, Name, "").Ask($"get /{r}", r, ApiGroups.Resources, CancellationToken.None))).Value;

    private static async Task<Answer<ApiGroups>> Discover(KubernetesProbe probe, CancellationToken cancellationToken)
    {
        var core = await probe.Ask("get /api", "api", KubernetesObject.Of, cancellationToken);
        if (core.Gap is { } gap) return new(core.Evidence, "", null, gap);
        return await probe.Ask("get /apis", "apis", said => ApiGroups.Of(core.Value!.Json, said), cancellationToken);
    }

    private static string ScopeName(ClusterAccess access) => $"k8s/{access.Name}";
}
