namespace Scanner.Model;

/// <summary>A Posit Workbench server: as its host shows it (node facts), or as configuration files declare it that any number of hosts may use.</summary>
public sealed class WorkbenchServer : Resource
{
    internal WorkbenchServer() { }

    /// <summary>The host it runs on; null for configuration files that are of no particular host, so that they count as no server.</summary>
    public Fact<Ref<ComputeInstance>?> Host { get; internal init; }

    /// <summary>The product's version, e.g. <c>2026.08.1+195.pro1</c> (node facts, <c>workbench.version</c>).</summary>
    [SeenOnHost]
    public Fact<string> Version { get; internal init; }

    /// <summary>Where it takes its configuration from, e.g. <c>/etc/rstudio</c> (node facts, <c>workbench.configDir</c>).</summary>
    [SeenOnHost]
    public Fact<string> ConfigurationDirectory { get; internal init; }

    /// <summary>Its configuration files, secrets taken out (node facts, <c>workbench.files</c>, or the files that were given); what a key means where it is absent <see cref="ServerConfiguration"/> knows.</summary>
    public Fact<Items<ConfigurationFile>> Files { get; internal init; }

    /// <summary>Whether a configuration file that is not among <see cref="Files"/> is not there, so that the product's defaults hold.</summary>
    public Truth HasEveryFile { get; internal init; }

    /// <summary>Whether the unit <c>rstudio-server</c> is active (node facts, <c>workbench.units</c>, from <c>systemctl</c>).</summary>
    [SeenOnHost]
    public Truth IsServerActive { get; internal init; }

    /// <summary>Whether the unit <c>rstudio-server</c> starts with the host.</summary>
    [SeenOnHost]
    public Truth IsServerEnabled { get; internal init; }

    /// <summary>The environment that systemd gives <c>rstudio-server</c>, of which only variables are kept that say where its configuration is, such as <c>RSTUDIO_CONFIG_DIR</c>.</summary>
    [SeenOnHost]
    public Fact<StringMap> ServerEnvironment { get; internal init; }

    /// <summary>Whether the unit <c>rstudio-launcher</c> is active.</summary>
    [SeenOnHost]
    public Truth IsLauncherActive { get; internal init; }

    /// <summary>Whether the unit <c>rstudio-launcher</c> starts with the host.</summary>
    [SeenOnHost]
    public Truth IsLauncherEnabled { get; internal init; }

    /// <summary>The environment that systemd gives <c>rstudio-launcher</c>, as of <see cref="ServerEnvironment"/>.</summary>
    [SeenOnHost]
    public Fact<StringMap> LauncherEnvironment { get; internal init; }

    /// <summary>A hash over its configuration, without the keys that differ from node to node: <c>sha256:…</c> (node facts, <c>workbench.configHash</c>).</summary>
    [SeenOnHost]
    public Fact<string> ConfigurationHash { get; internal init; }
}
