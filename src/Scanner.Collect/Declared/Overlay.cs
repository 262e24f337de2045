using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>Lays what files declare over what a scan saw: the same thing is known by its kind and key.</summary>
/// <remarks>
/// What is declared and not there does not exist. It stays in the snapshot, in a scope of its own, for whoever asks what differs; only
/// where it is the preview of a change, or of a kind that nobody looked for, does it count as part of the deployment.
/// </remarks>
public static class Overlay
{
    /// <param name="seen">What a scan saw.</param>
    /// <param name="declared">What the files of one target say.</param>
    /// <param name="isPreview">Whether the files win, as if they were deployed.</param>
    public static Snapshot Lay(Snapshot seen, DeclaredState declared, bool isPreview)
    {
        var twins = new Twins(seen, declared.Snapshot);
        var places = new Dictionary<string, string?>(StringComparer.Ordinal);
        // what people attest has the scope of an account, though no file may be about one
        foreach (var scope in declared.Snapshot.Header.Targets.SelectMany(t => t.Scopes).Concat(declared.Snapshot.Observations.Select(o => o.Evidence.Scope)).Concat(declared.Snapshot.Coverage.Select(c => c.Scope)).Distinct())
            places[scope] = twins.ScopeFor(scope);
        bool IsLookedFor(string kind, string scope) => seen.Coverage.Any(c => c.Kind == kind && c.Scope == scope);
        var referred = declared.ReferredIds.ToHashSet(StringComparer.Ordinal);
        // a configuration that names a file system says little of it, and nothing against another file that declares it
        bool Wins(Observation o) => isPreview && !(o.Evidence.Action == ParallelCluster.ParallelClusterFormat.Name && referred.Contains(o.Id));
        bool Counts(Observation o) => places[o.Evidence.Scope] is { } scope && (Wins(o) || !IsLookedFor(o.Kind, scope));
        var bySubnets = new PlacesBySubnets(new(seen), declared.Snapshot, twins);
        Observation Place(Observation o)
        {
            var twin = twins.Of(o);
            var scope = twin?.Evidence.Scope ?? (Counts(o) ? places[o.Evidence.Scope]! : o.Evidence.Scope);
            var evidence = o.Evidence with { Scope = scope, Plane = Wins(o) && o.Evidence.Plane is Plane.Declared ? Plane.Preview : o.Evidence.Plane };
            return new(twin?.Id ?? o.Id, twin?.Key ?? o.Key, o.Kind, evidence, [.. o.Properties.Select(p => bySubnets.Placed(o, p)).Select(p => p with { Value = twins.Renamed(p.Value) })]);
        }
        var coverage = declared.Snapshot.Coverage.Where(c => places[c.Scope] is { } scope && !IsLookedFor(c.Kind, scope)).Select(c => c with { Scope = places[c.Scope]! });
        // one more of a kind than was seen is there only where the files count
        if (isPreview) coverage = coverage.Concat(declared.More.Where(c => places.GetValueOrDefault(c.Scope) is not null && IsLookedFor(c.Kind, places[c.Scope]!)).Select(c => c with { Scope = places[c.Scope]!, Gap = c.Gap! with { Scope = places[c.Scope]! } }));
        var parts = new LiveParts(new(seen), declared.Parts, twins);
        var header = seen.Header with
        {
            Files = [.. seen.Header.Files, .. declared.Snapshot.Header.Files],
            IsPreview = isPreview || seen.Header.IsPreview,
            Declarations = Places(seen, [.. declared.Snapshot.Header.Declarations.AsEnumerable().Select(d => d with { Key = twins.KeyOf(d.Key) })], isPreview ? [.. parts.Places()] : [], isPreview),
        };
        var gone = declared.GoneIds.ToHashSet(StringComparer.Ordinal);
        var anew = declared.Snapshot.Observations.Select(o => (o.Kind, o.Id)).ToHashSet();
        // what other files declare and is not there is void where the change declares it
        bool IsVoid(Observation o) => ScopeName.IsDeclared(o.Evidence.Scope) && anew.Contains((o.Kind, o.Id));
        var going = isPreview ? new ParallelCluster.NodesToGo(new(seen), twins) : null;
        var renewal = new Renewal(seen, declared.Snapshot, twins, isPreview);
        var kept = seen.Observations.Where(o => !renewal.IsOutdated(o) && (!isPreview || (!twins.IsDropped(o) && !gone.Contains(o.Id) && !IsVoid(o) && !going!.IsGone(o))));
        var follows = isPreview ? Follows(seen, declared, twins).Concat(parts.After()).Where(o => !twins.IsDropped(o) && !gone.Contains(o.Id) && !going!.IsGone(o)) : [];
        var laid = new Snapshot(header, [.. kept, .. declared.Snapshot.Observations.Where(o => !twins.SaysOnlyWhich(o) && !renewal.IsLate(o) && going?.IsGone(o) != true).Select(Place), .. follows], [.. seen.Coverage, .. coverage]) { File = seen.File };
        return isPreview ? laid with { Observations = [.. laid.Observations, .. Health(seen, laid, declared.Snapshot, twins)] } : laid;
    }

    /// <summary>What a change does to live things that its files do not declare.</summary>
    private static IEnumerable<Observation> Follows(Snapshot seen, DeclaredState declared, Twins twins)
    {
        var (facts, what) = (new SeenFacts(seen), declared.Snapshot);
        var (changes, nodes) = (new Alterations(facts, what, twins), new ParallelCluster.MovedNodes(facts, what, twins));
        return
        [
            .. new ParallelCluster.ManagedGroupRules(seen, what, twins, nodes).Open(), .. nodes.After(), .. new ParallelCluster.MountsToCome(facts, what, twins).Open(),
            .. new Kubernetes.WaysToCome(facts, what, twins).Open(), .. new Kubernetes.ClassNetworks(facts, [.. seen.Coverage], changes).After(),
            .. new Kubernetes.NodesToCome(facts, changes).Open(), .. new Kubernetes.PodsToCome(facts, changes).After(), .. new TargetsToCome(facts, changes).Open(), .. new ZonesToCome(facts, changes).Open(), .. new HostsToCome(facts, what, twins, changes).Open(),
            .. new Kubernetes.AddressesToCome(facts, changes).Open(), .. new Kubernetes.VersionToCome(facts, changes).After(), .. new AdaptersToCome(facts, changes).After(),
        ];
    }

    private static IEnumerable<Observation> Health(Snapshot seen, Snapshot laid, Snapshot declared, Twins twins)
    {
        var facts = new SeenFacts(seen);
        var changes = new Alterations(facts, declared, twins);
        return new HealthToCome(seen, laid, changes, new HostsToCome(facts, declared, twins, changes).Hosts()).Open();
    }

    /// <summary>Where a change declares something, there it would be mended, and no longer where others knew it.</summary>
    private static Items<Declaration> Places(Snapshot seen, IReadOnlyList<Declaration> declared, IReadOnlyList<Declaration> parts, bool isPreview)
    {
        var changed = isPreview ? declared.Select(d => d.Key).ToHashSet(StringComparer.Ordinal) : [];
        var lists = parts.Select(d => (d.Key, d.Property)).ToHashSet();
        return [.. seen.Header.Declarations.AsEnumerable().Where(d => !changed.Contains(d.Key)).Concat(declared).Where(d => !lists.Contains((d.Key, d.Property))).Concat(parts).Distinct()];
    }

    /// <summary>What files declare that is neither in what was seen nor of a kind that nobody looked for, so that nothing comes of it; attestations are of no place.</summary>
    public static IReadOnlyList<Observation> Unmatched(Snapshot seen, DeclaredState declared)
    {
        var twins = new Twins(seen, declared.Snapshot);
        var looked = seen.Coverage.Select(c => (c.Kind, c.Scope)).ToHashSet();
        return [.. declared.Snapshot.Observations.Where(o => o.Kind != nameof(Attestation) && twins.Of(o) is null
            && (twins.ScopeFor(o.Evidence.Scope) is not { } scope || looked.Contains((o.Kind, scope))))];
    }

    /// <summary>Two states side by side, where nothing was looked at live.</summary>
    public static Snapshot Beside(Snapshot first, DeclaredState second) => new(
        first.Header with
        {
            Targets = [.. first.Header.Targets, .. second.Snapshot.Header.Targets],
            Files = [.. first.Header.Files, .. second.Snapshot.Header.Files],
            Declarations = [.. first.Header.Declarations, .. second.Snapshot.Header.Declarations],
        },
        [.. first.Observations, .. second.Snapshot.Observations], [.. first.Coverage, .. second.Snapshot.Coverage]) { File = first.File };
}
