using Scanner.Collect.Workbench;
using Scanner.Model;

namespace Scanner.Collect.Declared.NodeFacts;

/// <summary>What a host says of its Workbench.</summary>
internal sealed class ServerSayings(NodeFactsDocument document, Saying said, HostGaps gaps)
{
    private const string Server = "rstudio-server", Launcher = "rstudio-launcher";

    /// <summary>The variables that say where configuration and data are; others may be secret, and nobody asks for them.</summary>
    private static readonly HashSet<string> s_variables = new(StringComparer.Ordinal) { "RSTUDIO_CONFIG_DIR", "RSTUDIO_CONFIG_HOME", "RSTUDIO_DATA_DIR", "XDG_CONFIG_DIRS", "XDG_CONFIG_HOME" };

    public WorkbenchServer Resource() => new()
    {
        Id = $"{document.Id}/workbench",
        Name = gaps.Known<string?>(document.Host),
        Host = gaps.Known<Ref<ComputeInstance>?>(new(document.Id)),
        Version = gaps.Need(said.Text("workbench", "version"), "workbench.version"),
        ConfigurationDirectory = gaps.Need(said.Text("workbench", "configDir"), "workbench.configDir"),
        Files = gaps.Items(Files(), "workbench.files"),
        HasEveryFile = gaps.Need(said.Entries("workbench", "files") is null ? null : true, "workbench.files"),
        IsServerActive = Unit(Server, "active"),
        IsServerEnabled = Unit(Server, "enabled"),
        ServerEnvironment = Environment(Server),
        IsLauncherActive = Unit(Launcher, "active"),
        IsLauncherEnabled = Unit(Launcher, "enabled"),
        LauncherEnvironment = Environment(Launcher),
        ConfigurationHash = gaps.Need(said.Text("workbench", "configHash"), "workbench.configHash"),
    };

    /// <summary>A file of which null is said is there, and could not be read by whoever ran the probe.</summary>
    private IEnumerable<ConfigurationFile>? Files() => said.Entries("workbench", "files")?.Where(f => ConfigurationText.IsConfiguration(f.Name)).OrderBy(f => f.Name, StringComparer.Ordinal)
        .Select(f => f.Value.Text() is { } text ? ConfigurationText.Read(f.Name, text).Kept
            : new ConfigurationFile(f.Name, [], OneLine.Of($"{f.Name} could not be read on {document.Host}: run the probe with more rights")));

    private Truth Unit(string unit, string field) => gaps.Need(said.Switch("workbench", "units", unit, field), $"workbench.units.{unit}.{field}");

    private Fact<StringMap> Environment(string unit) => gaps.Need(
        said.Entries("workbench", "units", unit, "environment") is not { } all ? null : all.Any(v => s_variables.Contains(v.Name) && v.Value.Text() is null) ? null
            : new StringMap(all.Where(v => s_variables.Contains(v.Name)).Select(v => KeyValuePair.Create(v.Name, SecretValue.Harmless(v.Name, v.Value.Text()!)))),
        $"workbench.units.{unit}.environment");
}
