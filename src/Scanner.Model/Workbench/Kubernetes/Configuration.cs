namespace Scanner.Model;

/// <summary>The configuration that a Workbench installation gets from its config maps.</summary>
public static class Configuration
{
    /// <summary>What collectors store in the place of a value that might be secret.</summary>
    internal const string NotKept = "(not kept)";

    private const string Database = "database.conf";

    private static readonly HashSet<string> s_on = new(["1", "true", "yes", "on"], StringComparer.OrdinalIgnoreCase), s_off = new(["0", "false", "no", "off"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The config maps of Workbench's that the server mounts where Workbench looks; one that it mounts elsewhere is in doubt.</summary>
    internal static ResourceSet<ConfigMap> ConfigMaps(this Installation installation)
    {
        var maps = installation.Environment.Of<ConfigMap>();
        var own = maps.Where(map => Truth.Of(!IsOther(map), Evidence.Derived) && map.Namespace.Is(space => installation.Server.Namespace == space)
            && installation.Server.Volumes.Is(volumes => map.Name.Is(name => volumes.Where(v => v.ConfigMaps.Contains(name!)).Any(v => Reads(installation, v, map)))));
        return new(own.Members, AreAtHand(installation, maps) ? null : own.Unlisted);
    }

    /// <summary>Scripts, or whatever else has no file of Workbench's in it: where it is mounted is not even asked, since that may be unclear.</summary>
    private static bool IsOther(ConfigMap map) => map.Keys is { IsKnown: true, Value.IsEmpty: true };

    /// <summary>Namespace and name make one config map: where each that the server mounts was seen, those that were not listed are none of them.</summary>
    private static bool AreAtHand(Installation installation, ResourceSet<ConfigMap> maps) => maps.Unlisted is not null
        && installation.Server is { Volumes: { IsKnown: true, Value: var volumes }, Namespace: { IsKnown: true, Value: var space } }
        && volumes.AsEnumerable().SelectMany(v => v.ConfigMaps.AsEnumerable()).All(name => maps.Members.Any(m => m.Doubt is null
            && m.Item is { Name: { IsKnown: true, Value: var own }, Namespace: { IsKnown: true, Value: var where } } && own == name && where == space));

    private static Truth Reads(Installation installation, PodVolume volume, ConfigMap map)
    {
        var mounts = installation.Server.Containers.Map(all => all.AsEnumerable().SelectMany(c => c.Mounts.AsEnumerable()).Where(m => m.Volume == volume.Name).Select(m => m.Path).ToItems());
        return mounts.Is(paths => !paths.IsEmpty && (paths.Any(IsWorkbenchs) && !volume.RenamesFiles || Truth.Unknown(Unclear(installation, map, paths))));
    }

    /// <summary>Such as <c>/etc/rstudio</c>, <c>/mnt/configmap/rstudio</c>, <c>/var/lib/rstudio-launcher/Kubernetes</c>.</summary>
    private static Truth IsWorkbenchs(string path) => path.Contains("/rstudio", StringComparison.Ordinal) && !path.StartsWith("/usr/", StringComparison.Ordinal);

    private static Gap Unclear(Installation installation, ConfigMap map, Items<string> paths) => new(installation.Server.Scope, nameof(ConfigMap), map.Label, GapCause.Undecidable,
        $"{installation.Label} mounts {map.Label} at {paths}, and it is not known whether Workbench reads it there, and under these names", new(RemedyKind.Attestation, $"what {map.Label} is for"));

    /// <summary>
    /// A configuration file; null where none of the config maps has it, and no Secret is mounted that could, so that the product's
    /// defaults hold. A gap where the configuration lies elsewhere, such as in the image or in a Secret, which is not read.
    /// </summary>
    /// <param name="installation">The installation.</param>
    /// <param name="file">Its name, e.g. <c>launcher.conf</c>.</param>
    public static Fact<ConfigurationFile?> File(this Installation installation, string file)
    {
        if (ConfigurationPlaces.Unread(installation, file) is { } unread) return new(unread);
        var maps = installation.ConfigMaps();
        // of maps that may be those that are mounted, none tells that a file is nowhere
        if (!maps.Members.Any(m => m.Doubt is null)) return new(maps.Unlisted ?? maps.Members.Select(m => m.Doubt).FirstOrDefault() ?? Elsewhere(installation, file));
        return maps.Where(map => map.Files.Is(files => files.Any(f => f.Name == file))).Sole(file, RemedyKind.Attestation)
            .Then(map => map is null ? Absent(installation, file) : InMap(installation, map, file));
    }

    private static Fact<ConfigurationFile?> InMap(Installation installation, ConfigMap map, string file)
    {
        var hidden = ConfigurationPlaces.IsHidden(installation, map, file);
        return hidden.IsFalse ? map.Files.Then(files => Read(installation, files.AsEnumerable().FirstOrDefault(f => f.Name == file)))
            : new(IsUnseen(hidden) ? hidden.Gap! : Overridden(installation, map, file, hidden.IsTrue));
    }

    /// <summary>A key of a file that stands before any section; null where file or key is absent.</summary>
    public static Fact<string?> Setting(this Installation installation, string file, string key) => installation.File(file)
        .Map(found => found?.Sections.AsEnumerable().Where(s => s.Name.Length == 0).Select(s => s.Values[key]).LastOrDefault(v => v is not null))
        .Then(value => value == NotKept ? new Fact<string?>(Kept(installation, file, key))
            : UntoldValue.Missing(value, installation.Server.Scope, nameof(ConfigMap), $"{file} {key}") is { } untold ? new Fact<string?>(untold) : new Fact<string?>(value, Evidence.Derived));

    /// <summary>The sections of that name in a file, such as the clusters of <c>launcher.conf</c>; none where the file is absent.</summary>
    public static Fact<Items<ConfigurationSection>> Sections(this Installation installation, string file, string section) => installation.File(file)
        .Map(found => found is null ? [] : found.Sections.AsEnumerable().Where(s => s.Name == section).ToItems());

    /// <summary>In no config map; but a Secret that is mounted may hold it.</summary>
    private static Fact<ConfigurationFile?> Absent(Installation installation, string file)
    {
        var hidden = HiddenFiles.IsAnywhere(installation, file);
        return hidden.IsFalse ? new((ConfigurationFile?)null, Evidence.Derived) : new Fact<ConfigurationFile?>(IsUnseen(hidden) ? hidden.Gap! : new Gap(installation.Server.Scope, nameof(ConfigMap), InSecret(file), GapCause.Hidden,
            $"no config map of {installation.Label} has {file}; a Secret that it mounts {(hidden.IsTrue ? "has" : "may")}, and Secrets are not read", Told(installation, file, hidden.IsTrue || file == Database)));
    }

    /// <summary>Whether it is not even known what is mounted.</summary>
    private static bool IsUnseen(Truth hidden) => hidden.IsUnknown && hidden.Gap?.Remedy.What != "workbenchSecretFiles";

    /// <summary>Named otherwise than <see cref="InSecret"/>: which database is meant is not out of view here, but in doubt.</summary>
    private static Gap Overridden(Installation installation, ConfigMap map, string file, bool isThere) => new(installation.Server.Scope, nameof(ConfigMap), file, GapCause.Hidden,
        $"{map.Label} has {file}; a Secret that {installation.Label} mounts {(isThere ? "has it too, and holds instead" : "may have it too, and then holds instead")}, and Secrets are not read", Told(installation, file, isThere));

    /// <summary>Which files a Secret has, one parameter tells for all; what stands in one that it has, no parameter can.</summary>
    private static Remedy Told(Installation installation, string file, bool isThere) => !isThere ? new(RemedyKind.Parameter, "workbenchSecretFiles")
        : file == Database ? new(RemedyKind.Parameter, "workbenchDatabase") : new(RemedyKind.Attestation, $"{file} of {installation.Label}");

    /// <summary>What a gap is called whose file may lie in a Secret.</summary>
    internal static string InSecret(string file) => $"{file} in a Secret";

    private static Fact<ConfigurationFile?> Read(Installation installation, ConfigurationFile? file) => file?.Problem is { } problem
        ? new(UntoldValue.Missing(problem, installation.Server.Scope, nameof(ConfigMap), file.Name) ?? new Gap(installation.Server.Scope, nameof(ConfigMap), file.Name, GapCause.Unsupported, problem, new(RemedyKind.Flag, $"mend {file.Name}")))
        : new(file, Evidence.Derived);

    private static Gap Kept(Installation installation, string file, string key) => new(installation.Server.Scope, nameof(ConfigMap), $"{file} {key}", GapCause.Hidden,
        $"the value of {key} in {file} is not kept, because it might be secret", new(RemedyKind.Attestation, $"{key} in {file}"));

    /// <summary>Whether a switch is on, in any of the ways that Workbench lets it be written.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="file">The file.</param>
    /// <param name="key">The key.</param>
    /// <param name="byDefault">What holds where file or key is absent.</param>
    public static Truth IsOn(this Installation installation, string file, string key, bool byDefault) => installation.Setting(file, key)
        .Is(text => text is null ? byDefault : Switch(text) is { } on ? on : Truth.Unknown(Unclear(installation, file, key, text)));

    /// <summary>What a switch says; null where it is neither on nor off.</summary>
    internal static bool? Switch(string text) => s_on.Contains(text.Trim()) ? true : s_off.Contains(text.Trim()) ? false : null;

    private static Gap Unclear(Installation installation, string file, string key, string text) => new(installation.Server.Scope, nameof(ConfigMap), file, GapCause.Unsupported,
        $"{key}={text} in {file} of {installation.Label} is neither on nor off", new(RemedyKind.Attestation, $"{key} of {installation.Label}"));

    private static Gap Elsewhere(Installation installation, string file) => new(installation.Server.Scope, nameof(ConfigMap), file, GapCause.Hidden,
        $"{installation.Label} mounts no config map with Workbench's configuration, so {file} is out of view", new(RemedyKind.Probe, installation.Label));
}
