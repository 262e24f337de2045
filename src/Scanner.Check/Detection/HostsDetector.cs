using Scanner.Model;
using Scanner.Model.Findings;
using ModelDetection = Scanner.Model.Findings.Detection;

namespace Scanner.Check.Detection;

/// <summary>Finds the architecture of Workbench on hosts outside clusters, by where its servers launch sessions and by how many they are.</summary>
internal static class HostsDetector
{
    public static ModelDetection Detect(Model.Environment environment)
    {
        var servers = environment.Servers.Members.Where(m => m.Doubt is null).Select(m => m.Item).ToList();
        var types = servers.Select(Types).ToList();
        var launchers = types.Where(t => t.IsKnown).SelectMany(t => t.Value.AsEnumerable()).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        var external = launchers.FindAll(t => !Is(t, "Local"));
        if (external.Count == 0 && (servers.Count == 0 || types.Exists(t => !t.IsKnown)))
            return new([], Confidence.Low, Hosts(environment).ToItems(), Undecided(environment, servers.Count == 0 ? environment.Servers.Unlisted : types.Find(t => !t.IsKnown).Gap));
        var several = Several(environment, servers).Where(s => s.Seen.IsTrue).Select(s => s.Text).ToList();
        Items<string> signals = [.. Hosts(environment), $"launcher.conf has {(launchers.Count == 0 ? "no cluster" : $"clusters of type {string.Join(", ", launchers)}")}", .. several, .. several.Count > 0 ? [Entry(environment)] : Array.Empty<string>()];
        if (external.Count == 0 && several.Count == 0 && environment.WorkbenchNodes().Members.Count == 0)
            return new([], Confidence.Low, signals, Undecided(environment, environment.WorkbenchNodes().Unlisted));
        var isWhole = environment.Servers.Unlisted is null && environment.WorkbenchNodes().Unlisted is null;
        return new(Architectures(external, several.Count > 0).ToItems(), !isWhole ? Confidence.Low : external.Count > 0 ? Confidence.Certain : Confidence.Strong, signals, null);
    }

    private static IEnumerable<string> Architectures(List<string> external, bool areSeveral) => external.Count == 0 ? [areSeveral ? "load-balanced" : "single-server"]
        : new[] { external.Exists(t => Is(t, "Slurm")) ? "slurm" : "external-resource-manager" }.Concat(areSeveral ? ["load-balanced"] : []);

    private static Fact<Items<string>> Types(ConfiguredServer server) => server.Sections("launcher.conf", "cluster").Map(clusters => clusters.Select(c => c.Values["type"] ?? "Local"));

    /// <summary>Signs that Workbench has, or is to have, more than one server.</summary>
    private static IEnumerable<Signal> Several(Model.Environment environment, List<ConfiguredServer> servers) =>
    [
        new("there are several hosts", environment.WorkbenchNodes().Where(h => h.State != "terminated").Members.Count > 1),
        new("load balancing is enabled", servers.Exists(s => s.IsOn("rserver.conf", "load-balancing-enabled").IsTrue)),
        new("there is a load-balancer file", servers.Exists(s => s.File("load-balancer").Is(file => file is not null).IsTrue)),
    ];

    /// <summary>Which variant of the load-balanced architecture it is.</summary>
    private static string Entry(Model.Environment environment) => environment.EntryHops.Any() switch
    {
        { IsTrue: true } => "an external load balancer serves them",
        { IsFalse: true } => "no external load balancer serves them: single-node routing",
        _ => "whether an external load balancer serves them was not seen",
    };

    private static IEnumerable<string> Hosts(Model.Environment environment) => environment.WorkbenchNodes().Members is { Count: > 0 } hosts
        ? [$"hosts outside clusters run Workbench: {string.Join(", ", hosts.Take(4).Select(m => m.Item.Label))}{(hosts.Count > 4 ? $" and {hosts.Count - 4} others" : "")}"] : ["configuration of Workbench"];

    private static bool Is(string type, string name) => string.Equals(type, name, StringComparison.OrdinalIgnoreCase);

    private static Gap Undecided(Model.Environment environment, Gap? unseen) => new(environment.Cluster.Scope, nameof(WorkbenchServer), "architecture", GapCause.Undecidable,
        OneLine.Of($"whether {environment.Label} is one server or several, and where sessions run, cannot be told{(unseen is null ? "" : $" ({unseen})")}"), new(RemedyKind.Parameter, "architecture"));
}
