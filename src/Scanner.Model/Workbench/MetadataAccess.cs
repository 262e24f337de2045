namespace Scanner.Model;

/// <summary>Whether all Workbench hosts, and the groups that new ones come from, reach the metadata database.</summary>
public sealed class MetadataAccess
{
    private readonly Environment _environment;
    private readonly Database _database;

    internal MetadataAccess(Environment environment, Database database) => (_environment, _database) = (environment, database);

    /// <summary>Every running host and every group reaches it.</summary>
    public Truth All => _environment.WorkbenchHosts().All(Reaches) & _environment.WorkbenchGroups().All(Reaches);

    /// <summary>The hosts, and the groups, that surely do not reach it.</summary>
    [MessageOnly]
    public string Blocked => string.Join(" and ", new[]
    {
        Told(Cut(_environment.WorkbenchHosts()), _environment.WorkbenchHosts().Members.Count, "Workbench hosts"),
        Told(Cut(_environment.WorkbenchGroups()), _environment.WorkbenchGroups().Members.Count, "login pools"),
    }.OfType<string>());

    /// <summary>The first of those with its path; null where there is none.</summary>
    [MessageOnly]
    public Reachability? FirstBlocked =>
        Cut(_environment.WorkbenchHosts()).Concat(Cut(_environment.WorkbenchGroups())).Select(b => b.Path).FirstOrDefault();

    private static string? Told(IEnumerable<(string Label, Reachability Path)> cut, int all, string what) =>
        cut.Select(c => c.Label).ToList() is { Count: > 0 } labels ? $"{labels.Count} of {all} {what} ({string.Join(", ", labels)})" : null;

    private Truth Reaches(ComputeInstance host) => Path(host).Answer;

    private Truth Reaches(NodeGroup group) => Path(group).Answer;

    private IEnumerable<(string Label, Reachability Path)> Cut(ResourceSet<ComputeInstance> hosts) =>
        hosts.Members.Where(m => m.Doubt is null).Select(m => (Label: m.Item.Id, Path: Path(m.Item))).Where(b => b.Path.Answer.IsFalse);

    private IEnumerable<(string Label, Reachability Path)> Cut(ResourceSet<NodeGroup> groups) =>
        groups.Members.Where(m => m.Doubt is null).Select(m => (m.Item.Label, Path: Path(m.Item))).Where(b => b.Path.Answer.IsFalse);

    /// <summary>
    /// The direct path; where that is surely closed and a proxy stands in front, the answer is open until somebody says that the
    /// hosts use the proxy: its name in workbenchDatabase.
    /// </summary>
    private Reachability Path(NetworkEndpoint from)
    {
        var direct = _environment.Network.CanReach(from, _database, "tcp", _database.Port);
        if (!direct.Answer.IsFalse) return direct;
        var viaProxy = _environment.ProxiesOf(_database).Any(proxy => _environment.Network.CanReach(from, proxy, "tcp", _database.Port).Answer);
        return viaProxy.IsFalse ? direct : direct with { Answer = Truth.Unknown(viaProxy.IsUnknown ? viaProxy.Gap : Choice()) };
    }

    private Gap Choice() => new(_database.Scope, nameof(Database), "workbenchDatabase", GapCause.Ambiguous,
        $"{_database.Label} is closed to a host, and a proxy in front of it is open: which of them Workbench uses is not known",
        new(RemedyKind.Parameter, "workbenchDatabase"));
}
