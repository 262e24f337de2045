namespace Scanner.Model;

/// <summary>The configuration of a Workbench server on a host, or of files that were given.</summary>
public static class ServerConfiguration
{
    /// <summary>A configuration file; null where it is not there. A gap where it was not read.</summary>
    /// <param name="server">The server.</param>
    /// <param name="file">Its name, e.g. <c>launcher.conf</c>.</param>
    public static Fact<ConfigurationFile?> File(this WorkbenchServer server, string file) => server.Files.Then(files =>
        files.AsEnumerable().FirstOrDefault(f => f.Name == file) is not { } found ? Absent(server)
        : found.Problem is { } problem ? new(Broken(server, file, problem))
        : new Fact<ConfigurationFile?>(found, server.Files.Source));

    /// <summary>A key that stands before any section, or the product's default where file or key is absent; null where the key is not set and has no default.</summary>
    public static Fact<string?> Setting(this WorkbenchServer server, string file, string key) => server.Written(file, key)
        .Then(value => value is null ? SettingDefaults.Shipped.Of(server, file, key) : new Fact<string?>(value, server.Files.Source));

    /// <summary>A key that stands before any section, as it is written; null where file or key is absent.</summary>
    public static Fact<string?> Written(this WorkbenchServer server, string file, string key) => server.File(file)
        .Map(found => found?.Sections.AsEnumerable().Where(s => s.Name.Length == 0).Select(s => s.Values[key]).LastOrDefault(v => v is not null))
        .Then(value => value == Configuration.NotKept ? new Fact<string?>(Kept(server, file, key))
            : UntoldValue.Missing(value, server.Scope, nameof(WorkbenchServer), $"{file} {key}") is { } untold ? new Fact<string?>(untold) : new Fact<string?>(value, server.Files.Source));

    /// <summary>The sections of that name, such as the clusters of <c>launcher.conf</c>; none where the file is absent.</summary>
    public static Fact<Items<ConfigurationSection>> Sections(this WorkbenchServer server, string file, string section) => server.File(file)
        .Map(found => found is null ? [] : found.Sections.AsEnumerable().Where(s => s.Name == section).ToItems());

    /// <summary>Whether a switch is on, in any of the ways that Workbench lets it be written; the product's default where it is absent.</summary>
    public static Truth IsOn(this WorkbenchServer server, string file, string key) => server.Setting(file, key)
        .Is(text => text is null ? false : Configuration.Switch(text) is { } on ? on : Truth.Unknown(Unclear(server, file, key, text)));

    /// <summary>Whether a server has a file with the same content as that of another one, but for what differs from node to node.</summary>
    /// <param name="server">The server.</param>
    /// <param name="file">The other server's file.</param>
    public static Truth HasSame(this WorkbenchServer server, ConfigurationFile file) =>
        server.File(file.Name).Is(own => own is not null && own.Sections.Count == file.Sections.Count && own.Sections.AsEnumerable().Zip(file.Sections.AsEnumerable()).All(pair => AreAlike(pair.First, pair.Second)));

    private static bool AreAlike(ConfigurationSection one, ConfigurationSection other) => one.Name == other.Name && Common(one).SequenceEqual(Common(other));

    /// <summary>What is the same on every node where one configuration is.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Common(ConfigurationSection section) =>
        section.Values.Entries.Where(e => e.Key is not ("www-host-name" or "www-address" or "www-port")).OrderBy(e => e.Key, StringComparer.Ordinal);

    private static Fact<ConfigurationFile?> Absent(WorkbenchServer server) => server.HasEveryFile.Noted() switch
    {
        { IsTrue: true } => new((ConfigurationFile?)null, server.HasEveryFile.Source!),
        { IsUnknown: true } => new(server.HasEveryFile.Gap),
        _ => new(new Gap(server.Scope, nameof(WorkbenchServer), "Files", GapCause.Hidden, $"not every configuration file of {server.Label} was read", new(RemedyKind.Probe, OneLine.Of(server.Label)))),
    };

    private static Gap Broken(WorkbenchServer server, string file, string problem) =>
        new(server.Scope, nameof(WorkbenchServer), file, GapCause.Unsupported, problem, new(RemedyKind.Flag, $"mend {file} of {server.Label}"));

    private static Gap Kept(WorkbenchServer server, string file, string key) => new(server.Scope, nameof(WorkbenchServer), $"{file} {key}", GapCause.Hidden,
        $"the value of {key} in {file} is not kept, because it might be secret", new(RemedyKind.Attestation, $"{key} in {file}"));

    private static Gap Unclear(WorkbenchServer server, string file, string key, string text) => new(server.Scope, nameof(WorkbenchServer), file, GapCause.Unsupported,
        OneLine.Of($"{key}={text} in {file} of {server.Label} is neither on nor off"), new(RemedyKind.Flag, $"mend {key} in {file}"));
}
