namespace Scanner.Model;

/// <summary>A Workbench server by its configuration: on a host, by files that any number of hosts may use, or as an installation in Kubernetes.</summary>
public sealed class ConfiguredServer : ISubject, IShown
{
    internal ConfiguredServer(WorkbenchServer server) => OnHost = server;

    internal ConfiguredServer(Installation installation) => Installation = installation;

    /// <summary>The installation in Kubernetes; null on hosts.</summary>
    public Installation? Installation { get; }

    /// <summary>The server on a host; null in Kubernetes.</summary>
    public WorkbenchServer? OnHost { get; }

    public string Id => OnHost?.Id ?? Installation!.Id;

    public string Key => OnHost?.Key ?? Installation!.Key;

    [MessageOnly]
    public string Label => OnHost?.Label ?? Installation!.Label;

    /// <summary>The product's version, e.g. <c>2026.08.1</c>: of the host's package, or of the image in Kubernetes.</summary>
    public Fact<SemanticVersion> Version => OnHost is { } server
        ? server.Version.Then(text => WorkbenchVersion.Of(server, text))
        : WorkbenchVersion.Of(Installation!);

    /// <summary>A configuration file; null where it is not there. A gap where it was not read.</summary>
    /// <param name="file">Its name, e.g. <c>launcher.conf</c>.</param>
    public Fact<ConfigurationFile?> File(string file) => OnHost is { } server ? server.File(file) : Installation!.File(file);

    /// <summary>A key that stands before any section, or the product's default where file or key is absent; null where the key is then not set.</summary>
    public Fact<string?> Setting(string file, string key) => OnHost is { } server ? server.Setting(file, key)
        : Installation!.Setting(file, key).Then(value => value is not null ? new Fact<string?>(value, Evidence.Derived) : SettingDefaults.Shipped.Of(Version, Installation!.Server, file, key));

    /// <summary>A key as it is written; null where file or key is absent.</summary>
    public Fact<string?> Written(string file, string key) => OnHost is { } server ? server.Written(file, key) : Installation!.Setting(file, key);

    /// <summary>Whether a switch is on, in any of the ways that Workbench lets it be written; the product's default where it is absent.</summary>
    public Truth IsOn(string file, string key) => Setting(file, key).Is(text =>
        text is null ? false : Configuration.Switch(text) is { } on ? on : Truth.Unknown(Unclear(file, key, text, "neither on nor off")));

    /// <summary>The port that it listens at: as it is written, else the product's default, which with TLS of its own is 443.</summary>
    public Fact<int> Port => Setting("rserver.conf", "www-port").Then(text => !int.TryParse(text, out var port) ? new Fact<int>(Unclear("rserver.conf", "www-port", text ?? "", "no port"))
        : port == 8787 && IsOn("rserver.conf", "ssl-enabled") is { IsTrue: true } ? Written("rserver.conf", "www-port").Map(own => own is null ? 443 : port) : port);

    /// <summary>The sections of that name, such as the clusters of <c>launcher.conf</c>; none where the file is absent.</summary>
    public Fact<Items<ConfigurationSection>> Sections(string file, string section) => OnHost is { } server ? server.Sections(file, section) : Installation!.Sections(file, section);

    private Gap Unclear(string file, string key, string text, string what) => new("", nameof(WorkbenchServer), file, GapCause.Unsupported,
        OneLine.Of($"{key}={text} in {file} of {Label} is {what}"), new(RemedyKind.Flag, $"mend {key} in {file}"));

    string IShown.Show() => Label;

    public override string ToString() => Label;
}
