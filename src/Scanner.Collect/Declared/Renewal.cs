using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>What is handed over again: of a host's facts the newest count, of files and people what they say now.</summary>
internal sealed class Renewal
{
    private readonly Dictionary<string, DateTimeOffset> _seen;
    private readonly Dictionary<string, DateTimeOffset> _handed;
    private readonly HashSet<(string Kind, string Id, string Action)> _said;
    private readonly bool _isPreview;

    /// <param name="seen">What a scan saw, with the facts and files that it had.</param>
    /// <param name="declared">What is handed over now.</param>
    /// <param name="twins">Which of the one is which of the other.</param>
    /// <param name="isPreview">Whether what is handed over counts in any case.</param>
    public Renewal(Snapshot seen, Snapshot declared, Twins twins, bool isPreview)
    {
        (_seen, _handed, _isPreview) = (Hosts(seen), Hosts(declared), isPreview);
        _said = declared.Observations.Select(o => (o.Kind, twins.Of(o)?.Id ?? o.Id, o.Evidence.Action)).ToHashSet();
    }

    /// <summary>Whether something that was seen is void by what is said now: all of a host's older facts, for what they had and the newer lack is no longer there.</summary>
    public bool IsOutdated(Observation seen) => seen.Evidence.Plane switch
    {
        Plane.Probe => _handed.ContainsKey(HostOf(seen)) && !IsNewer(HostOf(seen)),
        Plane.Declared or Plane.Parameter => _said.Contains((seen.Kind, seen.Id, seen.Evidence.Action)),
        _ => false,
    };

    /// <summary>Whether facts that are handed over are older than those that a scan had of the same host.</summary>
    public bool IsLate(Observation handed) => handed.Evidence.Plane is Plane.Probe && IsNewer(HostOf(handed));

    private bool IsNewer(string host) => !_isPreview && _seen.TryGetValue(host, out var seen) && _handed.TryGetValue(host, out var handed) && seen > handed;

    private static Dictionary<string, DateTimeOffset> Hosts(Snapshot snapshot) => snapshot.Observations.Where(o => o.Evidence.Plane is Plane.Probe)
        .GroupBy(HostOf, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(o => o.Evidence.At), StringComparer.Ordinal);

    /// <summary>A host's Workbench has the host's id, and a name after it.</summary>
    private static string HostOf(Observation o) => o.Kind == nameof(WorkbenchServer) && o.Id.EndsWith("/workbench", StringComparison.Ordinal) ? o.Id[..^"/workbench".Length] : o.Id;
}
