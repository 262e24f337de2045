using Scanner.Model.Snapshots;

namespace Scanner.Model;

/// <summary>All resources of a snapshot, their planes merged, and what could not be listed.</summary>
public sealed class ResourceGraph
{
    private readonly Dictionary<(Type Kind, string Id), Resource> _byId = [];
    private readonly Dictionary<Type, List<Seen>> _byKind = [];
    private readonly ILookup<(string Kind, string Scope), Coverage> _coverage;
    private readonly bool _leftOutIsMissing;

    /// <summary>
    /// Builds the graph. <paramref name="named"/> keeps the name of every property, for whoever asks which facts decided;
    /// <paramref name="known"/> has what other graphs merged already.
    /// </summary>
    /// <exception cref="SnapshotFormatException">A property has a value of another type.</exception>
    internal ResourceGraph(Snapshot snapshot, bool named = false, MergedResources? known = null) : this(snapshot, _ => named, known) => IsNamed = named;

    /// <summary>The same with names for some resources' properties only: to name all of a large snapshot costs as much as to judge it.</summary>
    internal ResourceGraph(Snapshot snapshot, Func<string, bool> named, MergedResources? known)
    {
        Snapshot = snapshot;
        _coverage = snapshot.Coverage.ToLookup(c => (c.Kind, c.Scope));
        var looked = snapshot.Header.Targets.SelectMany(t => t.Scopes).ToHashSet(StringComparer.Ordinal);
        // what files declare, and a scan did not find, does not exist: it is kept for whoever asks what differs
        foreach (var group in snapshot.Observations.Where(o => looked.Count == 0 || o.Kind == nameof(Attestation) || !ScopeName.IsDeclared(o.Evidence.Scope) || looked.Contains(o.Evidence.Scope)).GroupBy(o => (o.Kind, o.Id)))
            if (KindSchema.Find(group.Key.Kind) is { } schema)
                Add(schema, known is null || named(group.Key.Id) ? Merging.Merge(schema, [.. group], snapshot.File, named(group.Key.Id)) : known.Merge(schema, [.. group], snapshot.File), [.. group.Select(o => o.Evidence.Scope).Distinct(StringComparer.Ordinal)]);
    }

    private ResourceGraph(ResourceGraph other) =>
        (Snapshot, IsNamed, _byId, _byKind, _coverage, _leftOutIsMissing) = (other.Snapshot, other.IsNamed, other._byId, other._byKind, other._coverage, true);

    internal Snapshot Snapshot { get; }

    /// <summary>How many resources it has.</summary>
    internal int Count => _byId.Count;

    /// <summary>Whether facts keep the names of their properties.</summary>
    internal bool IsNamed { get; }

    /// <summary>
    /// The same, where resources that the snapshot leaves out as unrelated to clusters count as not listed: for rules of which nobody has
    /// shown that they can do without.
    /// </summary>
    internal ResourceGraph MissingWhatWasLeftOut() => new(this);

    /// <summary>Every resource of one kind in the given scopes, with the gap where some of it could not be listed.</summary>
    internal ResourceSet<T> Of<T>(IReadOnlyList<string> scopes) where T : Resource
    {
        var members = _byKind.GetValueOrDefault(typeof(T), []).Where(r => r.Scopes.Any(s => scopes.Contains(s))).Select(r => new Member<T>((T)r.Resource, null));
        return new([.. members], Unlisted<T>(scopes));
    }

    internal T? Find<T>(string id) where T : Resource => _byId.GetValueOrDefault((typeof(T), id)) as T;

    /// <summary>The resource that a reference names; a gap where the scan did not see it.</summary>
    internal Fact<T> Resolve<T>(Ref<T> reference, IReadOnlyList<string> scopes) where T : Resource
    {
        if (Find<T>(reference.Id) is { } found) return new(found, Evidence.Derived);
        var unlisted = Unlisted<T>(scopes);
        return new(unlisted ?? new Gap(string.Join(" ", scopes), typeof(T).Name, reference.Id, GapCause.Hidden,
            $"{typeof(T).Name} {reference.Id} is referred to, and was not found where the scan looked",
            new(RemedyKind.Flag, "scan the account and region that has it")));
    }

    private Gap? Unlisted<T>(IReadOnlyList<string> scopes) where T : Resource
    {
        var asked = scopes.Where(s => ScopeKinds.Shows(s, typeof(T)) || _coverage[(typeof(T).Name, s)].Any()).ToList();
        return asked.Count == 0 && scopes.Count > 0 ? ScopeKinds.OutOfView(typeof(T), scopes) : asked.Select(s => Unlisted<T>(s, scopes)).FirstOrDefault(g => g is not null);
    }

    private Gap? Unlisted<T>(string scope, IReadOnlyList<string> scopes)
    {
        var listings = _coverage[(typeof(T).Name, scope)].ToList();
        return listings.Count > 0
            ? Worst([.. listings.Select(c => c.Gap).OfType<Gap>()]) ?? RequiredListings.Missing(typeof(T).Name, scope, [.. listings.Select(c => c.Action)], ConcernsEks(scope, scopes)) ?? LeftOut<T>(scope)
            : ScopeName.IsDeclared(scope)
                ? new Gap(scope, typeof(T).Name, typeof(T).Name, GapCause.NotAsked, $"files alone do not tell of every {typeof(T).Name}", new(RemedyKind.Flag, ScopeName.IsAws(scope) ? "check the live account too: --aws-region REGION" : "check the live cluster too: --eks NAME or --kube-context NAME"))
                : ScopeKinds.IsToldByFiles(typeof(T)) ? ScopeKinds.OutOfView(typeof(T), [scope])
            : new Gap(scope, typeof(T).Name, typeof(T).Name, GapCause.NotAsked, "the scan did not list this kind", new(RemedyKind.Flag, "scan again with this version"));
    }

    /// <summary>Of several listings that did not answer, one that was denied, since no patience helps it; all of them, where all were.</summary>
    private static Gap? Worst(IReadOnlyList<Gap> gaps)
    {
        var worst = gaps.Where(g => g.Cause is GapCause.Denied).DistinctBy(g => g.Action).OrderBy(g => g.Action, StringComparer.Ordinal).ToList();
        return worst is [] ? gaps is [var first, ..] ? first : null : worst is [var only] ? only
            : worst[0] with { Action = string.Join(", ", worst.Select(g => g.Action)), Remedy = worst[0].Remedy with { What = string.Join(", ", worst.Select(g => g.Remedy.What)) } };
    }

    private Gap? LeftOut<T>(string scope) => !_leftOutIsMissing ? null
        : Snapshot.Header.Scopes.Where(s => s.Name == scope).SelectMany(s => s.LeftOut.AsEnumerable()).Where(l => l.Kind == typeof(T).Name)
            .Select(l => new Gap(scope, l.Kind, l.Kind, GapCause.NotAsked, $"{l.Count} of unrelated VPCs are not in the snapshot", new(RemedyKind.Flag, "scan again with --keep-all"))).FirstOrDefault();

    /// <summary>An account beside a Kubernetes cluster may hold that cluster's nodes, whether EKS was asked or not.</summary>
    private bool ConcernsEks(string scope, IReadOnlyList<string> scopes) =>
        scopes.Any(ScopeName.IsKubernetes)
        || _coverage[(nameof(Cluster), scope)].Concat(_coverage[(nameof(NodeGroup), scope)]).Any(c => c.Action.StartsWith("eks:", StringComparison.Ordinal));

    private void Add(KindSchema schema, Resource resource, IReadOnlyList<string> scopes)
    {
        _byId.Add((schema.Type, resource.Id), resource);
        if (!_byKind.TryGetValue(schema.Type, out var list)) _byKind.Add(schema.Type, list = []);
        list.Add(new(resource, scopes));
    }

    /// <summary>A resource, and everywhere it was seen: what is in no region is seen from each, and what accounts share from both.</summary>
    private sealed record Seen(Resource Resource, IReadOnlyList<string> Scopes);
}
