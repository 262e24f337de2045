using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift;

/// <summary>What one scan saw, by kind and id, and what it listed completely.</summary>
internal sealed class SeenScan
{
    private readonly Snapshot _snapshot;
    private readonly Dictionary<(string Kind, string Id), SeenResource> _resources = [];

    public SeenScan(Snapshot snapshot)
    {
        _snapshot = snapshot;
        var looked = snapshot.Header.Targets.SelectMany(t => t.Scopes).ToHashSet(StringComparer.Ordinal);
        var observed = new Dictionary<(string Kind, string Id), List<Observation>>();
        foreach (var observation in snapshot.Observations)
        {
            // what files declare, and a scan did not find, does not exist
            if (looked.Count > 0 && observation.Kind != nameof(Attestation) && ScopeName.IsDeclared(observation.Evidence.Scope) && !looked.Contains(observation.Evidence.Scope)) continue;
            if (!observed.TryGetValue((observation.Kind, observation.Id), out var of)) observed.Add((observation.Kind, observation.Id), of = new(1));
            of.Add(observation);
        }
        foreach (var (name, observations) in observed) _resources.Add(name, new(observations.Count == 1 ? observations : [.. SnapshotBuilder.Sorted(observations)]));
    }

    public IEnumerable<SeenResource> Resources => _resources.Values;

    /// <summary>What it tried to list, and where.</summary>
    public IEnumerable<(string Kind, string Scope)> Listed => _snapshot.Coverage.Select(c => (c.Kind, c.Scope));

    public SeenResource? Find(string kind, string id) => _resources.GetValueOrDefault((kind, id));

    /// <summary>What it could not list, as the other scan asked it or not.</summary>
    public Listings ListingsBeside(SeenScan other) => new(_snapshot, other._snapshot);

    /// <summary>What a report says of it.</summary>
    public ComparedScan Summary => new(_snapshot.File, _snapshot.Header.StartedAt, _snapshot.Header.Schema, _resources.Count, _resources.Count == 0 && _snapshot.Coverage.Count == 0);
}
