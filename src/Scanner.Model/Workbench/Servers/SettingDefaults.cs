namespace Scanner.Model;

/// <summary>Workbench's own defaults, by version: dated data, in the file beside this one.</summary>
internal sealed class SettingDefaults
{
    private readonly ILookup<(string File, string Key), SettingDefault> _rows;

    internal SettingDefaults(IEnumerable<SettingDefault> rows) => _rows = rows.ToLookup(r => (r.File, r.Key));

    public static SettingDefaults Shipped { get; } = new(Read());

    public IEnumerable<SettingDefault> All => _rows.SelectMany(r => r);

    /// <summary>The default of a server's version; a gap where none is known, or where versions differ and the server's is not known.</summary>
    public Fact<string?> Of(WorkbenchServer server, string file, string key) => Of(server.Version.Then(text => WorkbenchVersion.Of(server, text)), server, file, key);

    /// <summary>The default of a version of the product that is configured through <paramref name="holder"/>.</summary>
    public Fact<string?> Of(Fact<SemanticVersion> installed, Resource holder, string file, string key)
    {
        var rows = _rows[(file, key)].ToList();
        if (rows.Count == 0) return new(Unlisted(holder, file, key));
        if (rows.TrueForAll(r => r.Value == rows[0].Value) && rows.Exists(r => r.Since is null)) return new(rows[0].Value, Evidence.Derived);
        return installed.Then(version => rows.Where(r => r.Since is null || r.Since.CompareTo(version) <= 0).MaxBy(r => r.Since) is { } row
            ? new Fact<string?>(row.Value, Evidence.Derived) : new(Unlisted(holder, file, key)));
    }

    private static Gap Unlisted(Resource holder, string file, string key) => new(holder.Scope, holder.GetType().Name, $"{file} {key}", GapCause.Unsupported,
        $"{file} of {holder.Label} does not set {key}, and its default is not known here", new(RemedyKind.Flag, $"set {key} in {file}"));

    private static IEnumerable<SettingDefault> Read()
    {
        using var stream = typeof(SettingDefaults).Assembly.GetManifestResourceStream("setting-defaults.csv")!;
        using var reader = new StreamReader(stream);
        var rows = new List<SettingDefault>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#' && line != "file,key,since,default" && line.Split(',') is [var file, var key, var since, var value])
                rows.Add(new(file, key, since.Length == 0 ? null : SemanticVersion.Parse(since), value.Length == 0 ? null : value));
        return rows;
    }
}
