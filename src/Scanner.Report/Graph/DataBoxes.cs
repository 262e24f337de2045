using Scanner.Model;

namespace Scanner.Report.Graph;

/// <summary>The databases and file systems of a deployment.</summary>
internal sealed class DataBoxes(Model.Environment environment, NetworkNames names, bool runsWorkbench)
{
    private readonly List<Box> _boxes = [];

    public List<string> Notes { get; } = [];

    /// <summary>The metadata database, with its box.</summary>
    public (string Box, DatabaseChoice Choice)? Metadata { get; private set; }

    /// <summary>The database of Slurm's accounting, with its box.</summary>
    public (string Box, Database Database)? Accounting { get; private set; }

    /// <summary>The file systems, by their boxes.</summary>
    public Dictionary<string, FileSystem> FileSystems { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Box> Make()
    {
        AddMetadata();
        if (AccountingOf() is { IsKnown: true, Value: { } accounting } && accounting.Database != Metadata?.Choice.Database)
            Accounting = (Add("db", Of("Slurm accounting", accounting)), accounting.Database);
        AddStorage();
        return _boxes;
    }

    private void AddMetadata()
    {
        if (!runsWorkbench) return;
        var found = environment.MetadataDatabase();
        if (found is { IsKnown: true, Value: { } choice }) Metadata = (Add("db", Of("Workbench metadata", choice)), choice);
        else if (!found.IsKnown) _boxes.Add(Missing.Box("metadata", BoxColumn.Data, "Workbench metadata", "PostgreSQL", found.Gap!));
        else Notes.Add("No PostgreSQL in RDS is used for metadata.");
    }

    /// <summary>The one that a parameter names, else the one that the cluster's configuration does.</summary>
    private Fact<DatabaseChoice?> AccountingOf()
    {
        if (environment.IsKubernetes) return new((DatabaseChoice?)null, Evidence.Derived);
        var named = environment.AccountingDatabase();
        return named.IsKnown ? named : environment.Cluster.Accounting.Then(a => a is { } declared ? environment.DatabaseAt(declared.Host) : new((DatabaseChoice?)null, Evidence.Derived));
    }

    private void AddStorage()
    {
        var (home, used) = (environment.IsKubernetes ? HomeOfPods() : environment.Home(), environment.IsOnHosts ? new([], null) : environment.FileSystemsInUse());
        var homes = home is { IsKnown: true, Value: { } at } ? at : null;
        foreach (var (system, doubt) in used.Members.Where(m => m.Item.Id != homes?.FileSystem?.Id).Prepend(new(homes?.FileSystem!, null)).Where(m => m.Item is not null).ToList())
            FileSystems.Add(Add("fs", Of(system, ReferenceEquals(system, homes?.FileSystem), doubt)), system);
        if (homes is { FileSystem: null }) Add("fs", new("", BoxColumn.Data, "homes", homes.Label, [Shown.Of(homes.Type)]));
        if (!home.IsKnown) _boxes.Add(Missing.Box("homes", BoxColumn.Data, "storage", "homes", home.Gap!));
        if (environment.IsOnHosts) Notes.Add("What hosts mount beside homes is not drawn.");
        if (used.Unlisted is { } gap) _boxes.Add(Missing.Box("storage", BoxColumn.Data, "storage", "more file systems", gap));
    }

    private Fact<MountedStorage> HomeOfPods() => environment.Installations.Members.Count > 0
        ? environment.Installations.Members.OrderBy(m => m.Item.Key, StringComparer.Ordinal).First().Item.Home() : new(environment.Installations.Unlisted ?? Gap.NeverRead);

    private string Add(string prefix, Box box)
    {
        var named = box with { Id = $"{prefix}{_boxes.Count + 1}" };
        _boxes.Add(named);
        return named.Id;
    }

    private Box Of(string purpose, DatabaseChoice choice)
    {
        var database = choice.Database;
        var box = new Box("", BoxColumn.Data, purpose, database.Label,
            [$"{Shown.Of(database.EngineName)} {Shown.Of(database.EngineVersion)}{(database.InstanceClass is { IsKnown: true, Value: null } ? "" : $", {Shown.Of(database.InstanceClass)}")}", $"Multi-AZ: {Shown.Of(database.IsMultiAz)}", choice.How])
        {
            Members = [database], Endpoints = [database],
        };
        return names.Placed(box, database.Vpc, database.Subnets);
    }

    private Box Of(FileSystem system, bool isHome, Gap? doubt)
    {
        var mounts = environment.Cluster.SharedStorage is { IsKnown: true, Value: var all } ? all.AsEnumerable().Where(m => m.FileSystemId == system.Id).Select(m => m.MountDir).Order(StringComparer.Ordinal).ToList() : [];
        var box = new Box("", BoxColumn.Data, isHome ? "homes" : "storage", $"{Shown.Of(system.Type)} {system.Label}",
            [.. system.Label == system.Id ? (string[])[] : [system.Id], .. mounts.Count > 0 ? (string[])[$"at {string.Join(", ", mounts)}"] : []])
        {
            Members = [system], Endpoints = [system], Doubt = doubt is null ? null : Tables.CellText.Of(doubt),
        };
        return names.Placed(box, system.Vpc, system.Subnets);
    }
}
