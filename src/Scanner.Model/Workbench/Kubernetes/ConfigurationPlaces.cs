namespace Scanner.Model;

/// <summary>Where Workbench looks for its files within a pod, and which place comes before another.</summary>
internal static class ConfigurationPlaces
{
    private const string Variable = "XDG_CONFIG_DIRS";

    /// <summary>The chart's, first things first: what an earlier one has, a later one does not change.</summary>
    private static readonly string[] s_charts = ["/mnt/dynamic", "/mnt/session-configmap", "/mnt/secret-configmap", "/mnt/configmap", "/mnt/load-balancer"];

    /// <summary>Why what the config maps say may not be what Workbench reads; null where it looks where it usually does.</summary>
    public static Gap? Unread(Installation installation, string file) =>
        installation.Server.Containers is { IsKnown: true, Value: var containers } && containers.Any(SetsOthers)
            ? new(installation.Server.Scope, nameof(ConfigMap), $"{Variable} of {file}", GapCause.Undecidable,
                $"{installation.Label} sets {Variable} to other directories than the chart does, or to some that are not known, so it is not known which {file} Workbench reads",
                new(RemedyKind.Attestation, $"{file} of {installation.Label}"))
            : null;

    /// <summary>Whether a Secret is mounted that comes before the config map, and that may have the file: of a Secret as a whole, no name is known.</summary>
    public static Fact<bool> MayLieInSecret(Installation installation, ConfigMap map, string file) => installation.Server.Volumes.Then(volumes => installation.Server.Containers.Map(containers =>
    {
        var mounts = containers.AsEnumerable().SelectMany(c => c.Mounts.AsEnumerable()).ToList();
        var own = Mounts(volumes.AsEnumerable().Where(v => map.Name is { IsKnown: true, Value: { } name } && v.ConfigMaps.Contains(name)), mounts).Select(m => Place(m.Path)).ToList();
        return Mounts(volumes.AsEnumerable().Where(v => v.ShowsSecret), mounts).Where(m => MayHave(m, file)).Select(m => Place(m.Path))
            .Any(secret => secret < 0 || own.Count == 0 || own.Any(place => place < 0 || place >= secret));
    }));

    /// <summary>Of a variable that is set twice the last one holds, and its value may not be the one that is kept.</summary>
    private static bool SetsOthers(Container container) => container.EnvironmentNames.AsEnumerable().Count(n => n == Variable) is > 0 and var times
        && !(times == 1 && container.Environment[Variable] is { } said && said.Split(':', StringSplitOptions.RemoveEmptyEntries).Select(d => d.TrimEnd('/')).SequenceEqual(s_charts, StringComparer.Ordinal));

    private static IEnumerable<VolumeMount> Mounts(IEnumerable<PodVolume> volumes, List<VolumeMount> mounts) => mounts.Where(m => volumes.Any(v => v.Name == m.Volume));

    /// <summary>One that is mounted by its name has that name alone.</summary>
    private static bool MayHave(VolumeMount mount, string file) => mount.Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is var parts
        && (parts is [.., "rstudio"] || (parts is [.., "rstudio", var last] && last == file) || (mount.SubPath is null && Place(mount.Path + "/") >= 0));

    private static int Place(string path) => Array.FindIndex(s_charts, place => path.StartsWith(place + "/", StringComparison.Ordinal));
}
