using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Report;

/// <summary>Where an environment was seen: which target of the scan, and whether live or in files only.</summary>
/// <param name="Target">The target; null where no target covers it.</param>
/// <param name="IsLive">Whether a live system was asked, as opposed to declared files alone.</param>
internal sealed record Origin(ScanTarget? Target, bool IsLive)
{
    public static Origin Of(Snapshot snapshot, EnvironmentReport environment)
    {
        var seen = snapshot.Observations.Where(o => o.Id == environment.Id).Select(o => o.Evidence).ToList();
        if (seen.Count == 0) seen = [.. snapshot.Observations.Where(o => environment.Scopes.Contains(o.Evidence.Scope)).Select(o => o.Evidence)];
        var targets = Targets(snapshot);
        var covering = targets.FirstOrDefault(t => seen.Exists(e => t.Scopes.Contains(e.Scope)));
        return new(covering ?? (targets.Count == 1 ? targets[0] : null), IsAnyLive(seen));
    }

    /// <summary>Of a target in which no environment was found.</summary>
    public static Origin Of(Snapshot snapshot, ScanTarget? target) =>
        new(target, IsAnyLive(snapshot.Observations.Select(o => o.Evidence)) || snapshot.Header.Calls > 0);

    public static IReadOnlyList<ScanTarget> Targets(Snapshot snapshot) =>
        [.. snapshot.Header.Targets.OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>What the findings are about: in GitHub each is a category of its own, so that none closes another's alerts.</summary>
    public string Plane(ReportOptions options) => options.Preview ? "preview" : IsLive ? "live" : "declared";

    private static bool IsAnyLive(IEnumerable<Evidence> evidence) =>
        evidence.Any(e => e.Plane is Model.Plane.Probe or Model.Plane.Live or Model.Plane.LiveDeclared);
}
