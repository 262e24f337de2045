namespace Scanner.Model;

/// <summary>Files that a pod sees and no scan reads: those of Secrets, and of volumes that are no config maps.</summary>
internal static class HiddenFiles
{
    /// <summary>Made anew with the pod, or of what the cluster itself knows.</summary>
    private static readonly string[] s_plain = ["configMap", "downwardAPI", "emptyDir"];

    /// <summary>Whether a file of the volume may lie where Workbench looks for this one.</summary>
    public static bool MayShow(PodVolume volume, VolumeMount mount, string file)
    {
        if (!IsHidden(volume)) return false;
        var names = Named(volume);
        if (names.Any(path => Seen(mount, path) is { } seen && IsWorkbenchs(seen, file))) return true;
        if (names.Count > 0 && Whole(volume).Count == 0) return false;
        var place = mount.Path.TrimEnd('/');
        // of a volume as a whole any name may be there; one that is mounted by its name has that name alone
        return mount.SubPath is not null && place.EndsWith($"/{file}", StringComparison.Ordinal) ? IsWorkbenchs(place, file)
            : IsWorkbenchs($"{place}/{file}", file) || (mount.SubPath is null && ConfigurationPlaces.Place(place) >= 0 && !place.Contains("/rstudio/", StringComparison.Ordinal));
    }

    /// <summary>Whether some Secret that the server mounts, wherever that is, has a file of this name.</summary>
    public static Truth IsAnywhere(Installation installation, string file) => installation.Server.Volumes.Is(volumes => volumes.Any(volume =>
        volume.ShowsSecret ? Has(installation, volume, file) : Truth.Of(false, Evidence.Derived)));

    /// <summary>Whether the volume has the file: as its pod says, as files declare its Secrets, else as the user says.</summary>
    public static Truth Has(Installation installation, PodVolume volume, string file)
    {
        if (Named(volume).Any(path => path.Split('/')[^1] == file)) return Truth.Of(true, Evidence.Derived);
        return Whole(volume).ToItems().Any(secret => Declared(installation, secret) is { } files ? files.Is(all => all.Contains(file))
            : installation.Environment.Parameters.WorkbenchSecretFiles.Is(files => files.Contains(file)));
    }

    private static bool IsHidden(PodVolume volume) => volume.ShowsSecret || (!s_plain.Contains(volume.Kind) && volume.Kind != "projected");

    private static List<string> Named(PodVolume volume) => [.. volume.SecretFiles?.AsEnumerable() ?? []];

    /// <summary>What it shows as a whole, by its name, where it has one that files may declare.</summary>
    private static List<string> Whole(PodVolume volume) => !volume.ShowsSecret ? [""] : volume.Secrets is { } secrets ? [.. secrets.AsEnumerable()] : [""];

    private static Fact<Items<string>>? Declared(Installation installation, string secret) =>
        installation.Server.SecretFiles is { IsKnown: true } told && told.Value.AsEnumerable().FirstOrDefault(s => s.Secret == secret) is { } found ? told.Map(_ => found.Files) : (Fact<Items<string>>?)null;

    /// <summary>Where a mount shows a file of its volume; null where it does not.</summary>
    private static string? Seen(VolumeMount mount, string path) => mount.SubPath switch
    {
        null => $"{mount.Path.TrimEnd('/')}/{path}",
        var part when part.Trim('/') == path => mount.Path.TrimEnd('/'),
        var part when path.StartsWith($"{part.Trim('/')}/", StringComparison.Ordinal) => $"{mount.Path.TrimEnd('/')}/{path[(part.Trim('/').Length + 1)..]}",
        _ => null,
    };

    private static bool IsWorkbenchs(string path, string file) => path.EndsWith($"/rstudio/{file}", StringComparison.Ordinal)
        || (path.StartsWith("/var/lib/rstudio-launcher/", StringComparison.Ordinal) && path.EndsWith($"/{file}", StringComparison.Ordinal));
}
