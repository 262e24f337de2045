namespace Scanner.Model;

/// <summary>Where Workbench looks for its files within a pod, and which place comes before another.</summary>
internal static class ConfigurationPlaces
{
    private const string Variable = "XDG_CONFIG_DIRS";

    /// <summary>It names one directory, which then comes before all others.</summary>
    private const string OnlyDirectory = "RSTUDIO_CONFIG_DIR";

    /// <summary>The chart's, first things first: what an earlier one has, a later one does not change.</summary>
    private static readonly string[] s_charts = ["/mnt/dynamic", "/mnt/session-configmap", "/mnt/secret-configmap", "/mnt/configmap", "/mnt/load-balancer"];

    /// <summary>Why what the config maps say may not be what Workbench reads; null where it looks where it usually does.</summary>
    public static Gap? Unread(Installation installation, string file) =>
        installation.Server.Containers is { IsKnown: true, Value: var containers } && containers.AsEnumerable().Select(Otherwise).FirstOrDefault(v => v is not null) is { } variable
            ? new(installation.Server.Scope, nameof(ConfigMap), $"{variable} of {file}", GapCause.Undecidable,
                $"{installation.Label} sets {variable} to other directories than the chart does, or to some that are not known, so it is not known which {file} Workbench reads",
                new(RemedyKind.Attestation, $"{file} of {installation.Label}"))
            : null;

    /// <summary>
    /// Whether a Secret, or another volume whose files are not read, has a file that Workbench reads in the place of the config map's. Unknown
    /// where only whoever made the Secret knows.
    /// </summary>
    public static Truth IsHidden(Installation installation, ConfigMap map, string file) => installation.Server.Volumes.Is(volumes => installation.Server.Containers.Is(containers =>
    {
        var mounts = containers.AsEnumerable().SelectMany(c => c.Mounts.AsEnumerable()).ToList();
        var own = volumes.AsEnumerable().Where(v => map.Name is { IsKnown: true, Value: { } name } && v.ConfigMaps.Contains(name))
            .SelectMany(v => mounts.Where(m => m.Volume == v.Name)).Select(m => Place(m.Path)).ToList();
        bool ComesFirst(VolumeMount mount) => Place(mount.Path) is var secret && (secret < 0 || own.Count == 0 || own.Exists(place => place < 0 || place >= secret));
        return volumes.Any(volume => mounts.Where(m => m.Volume == volume.Name && ComesFirst(m)).ToItems().Any(mount => HiddenFiles.MayShow(volume, mount, file)
            ? HiddenFiles.Has(installation, volume, file) : Truth.Of(false, Evidence.Derived)));
    }));

    /// <summary>Of a variable that is set twice the last one holds, and its value may not be the one that is kept.</summary>
    private static string? Otherwise(Container container) => Times(container, OnlyDirectory) > 0 ? OnlyDirectory
        : Times(container, Variable) is > 0 and var times && !(times == 1 && container.Environment[Variable] is { } said && AreCharts(said)) ? Variable : null;

    private static int Times(Container container, string variable) => container.EnvironmentNames.AsEnumerable().Count(n => n == variable);

    private static bool AreCharts(string said) => said.Split(':', StringSplitOptions.RemoveEmptyEntries).Select(d => d.TrimEnd('/')).SequenceEqual(s_charts, StringComparer.Ordinal);

    /// <summary>The rank of the directory that a path lies in, or is; less than 0 for all others.</summary>
    public static int Place(string path) => Array.FindIndex(s_charts, place => (path.TrimEnd('/') + "/").StartsWith(place + "/", StringComparison.Ordinal));
}
