using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift.Declared;

/// <summary>A folder of Workbench's configuration, and the hosts on which it should lie.</summary>
internal static class HostFiles
{
    private static readonly DeclaredPair s_files = new(nameof(WorkbenchServer), "files", Fit.Settings);

    /// <summary>Each host with the folder; nothing where there are several folders, since which host is to have which they do not say.</summary>
    public static IEnumerable<Question> Of(Snapshot snapshot)
    {
        var servers = snapshot.Observations.Where(o => o.Kind == nameof(WorkbenchServer)).ToList();
        return servers.Where(o => o.Evidence.Plane is Plane.Declared).ToList() is not [var folder] ? []
            : servers.Where(o => o.Evidence.Plane is Plane.Probe).OrderBy(o => o.Id, StringComparer.Ordinal).Select(host => new Question(s_files, folder, [host]));
    }

    /// <summary>Whether a file that is not among those of a host is surely not there.</summary>
    public static bool HasAll(Observation host, JsonElement declared, JsonElement live) =>
        host.Properties.Any(p => p is { Name: "hasEveryFile", Gap: null, Value.ValueKind: JsonValueKind.True })
        || Names(declared).All(Names(live).Contains);

    public static Gap NotShown(Question host) => new(host.Name.Scope, host.Name.Kind, "files", GapCause.Hidden,
        $"the node facts of {OneLine.Of(host.Name.Key)} do not show every configuration file", new(RemedyKind.Probe, OneLine.Of(host.Name.Key)));

    private static HashSet<string> Names(JsonElement files) => [.. files.EnumerateArray().Select(f => f.GetProperty("name").GetString()!)];
}
