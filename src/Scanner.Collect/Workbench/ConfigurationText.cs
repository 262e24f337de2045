namespace Scanner.Collect.Workbench;

/// <summary>Reads the configuration files of Workbench and its launcher.</summary>
internal static class ConfigurationText
{
    public const int Largest = 1024 * 1024;

    /// <summary>Files that only Workbench has, by which a config map is recognised. Not its name: releases are called anything.</summary>
    private static readonly HashSet<string> s_signs = new(StringComparer.Ordinal)
    {
        "rserver.conf", "rsession.conf", "launcher.conf", "vscode.conf", "positron.conf", "launcher-mounts", "launcher-env",
        JobTemplate.FileName, "service.tpl", TemplateData.FileName,
    };

    /// <summary>Files that are read beside them. <c>launcher-env</c> is not: it holds environment variables, which nobody needs and which may be secret.</summary>
    private static readonly HashSet<string> s_sections = new(StringComparer.Ordinal)
    {
        "rserver.conf", "rsession.conf", "launcher.conf", "vscode.conf", "positron.conf", "jupyter.conf", "database.conf", "load-balancer", "profiles",
    };

    /// <summary>Whether a file of this name shows that what holds it belongs to Workbench.</summary>
    public static bool IsSign(string name) => s_signs.Contains(name) || IsLauncherPlugin(name);

    /// <summary>Whether it is a configuration file that is read here.</summary>
    public static bool IsConfiguration(string name) => name == "launcher-mounts" || s_sections.Contains(name) || IsLauncherPlugin(name);

    public static ConfigurationReading Read(string name, string text) =>
        ConfigurationReading.Untold(name, text) is { } untold ? untold
        : text.Length > Largest ? ConfigurationReading.Bad(name, 1, 1, $"larger than {Largest / 1024} KB")
        : name == "launcher-mounts" ? RecordsText.Read(name, text) : SectionsText.Read(name, text);

    /// <summary>E.g. <c>launcher.kubernetes.conf</c>, <c>launcher.slurm.profiles.conf</c>.</summary>
    private static bool IsLauncherPlugin(string name) => name.StartsWith("launcher.", StringComparison.Ordinal) && name.EndsWith(".conf", StringComparison.Ordinal);
}
