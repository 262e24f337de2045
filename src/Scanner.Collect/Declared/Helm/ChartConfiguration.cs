using Scanner.Collect.Declared.Kubernetes;
using Scanner.Model;

namespace Scanner.Collect.Declared.Helm;

/// <summary>The config maps of a release, as far as they hold what Workbench and its launcher read.</summary>
internal sealed class ChartConfiguration(ChartRelease release)
{
    private const string Profiles = "launcher.kubernetes.profiles.conf";

    private readonly ChartValues _values = release.Values;

    public IEnumerable<DeclaredObject> ConfigMaps()
    {
        yield return Map("-config", [.. Server(), .. Records()], "config/server", "config");
        yield return Map("-session", Session(), "config/session", "config");
        yield return Map("-prestart", []);
        if (_values.IsOn("jobJsonOverridesFiles") is not false) yield return Map("-overrides-old", [], "jobJsonOverridesFiles");
        if (new ChartVolumes(release).MayHaveTemplates) yield return Map("-templates", new ChartTemplates(release).Files(), "launcher/extraTemplates", "launcher");
    }

    private IEnumerable<ConfigFile> Server()
    {
        var files = Files("config/server").ToDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (var name in (string[])["rserver.conf", "launcher.kubernetes.conf"])
            if (!files.ContainsKey(name)) files[name] = Of(name, Added(name, DeclaredValue.Map()), null);
        if (!files.ContainsKey(Profiles)) files[Profiles] = OfProfiles();
        return files.Values;
    }

    /// <summary>The chart has a file without settings.</summary>
    private IEnumerable<ConfigFile> Session() => _values.Find("config/session/rsession.conf") is null ? [.. Files("config/session"), new("rsession.conf", "", null)] : Files("config/session");

    private IEnumerable<ConfigFile> Files(string path) => _values.Find(path) is { IsOpen: true }
        ? [new("rserver.conf", null, _values.Find(path)!.Origin), new("launcher.conf", null, _values.Find(path)!.Origin)]
        : from name in _values.Names(path)
          let value = _values.Find($"{path}/{name}")
          where value is { IsNull: false }
          select Of(name, path == "config/server" ? Added(name, value) : value, value.Origin);

    /// <summary>What the chart's templates, as opposed to its values, write into files unless values do.</summary>
    private DeclaredValue Added(string name, DeclaredValue value) => !value.IsMap ? value : name switch
    {
        "rserver.conf" => new ChartServerFile(release).Final(ValuesMerge.Over(new ChartServerFile(release).Defaults(), value)),
        "launcher.kubernetes.conf" => Under(value, ("kubernetes-namespace", _values["launcher/namespace"] ?? DeclaredValue.Text(release.Namespace)), ("use-templating", UseTemplating())),
        _ => value,
    };

    private DeclaredValue? UseTemplating() => _values.IsOn("launcher/useTemplates") switch
    {
        true => DeclaredValue.Number("1", _values.Find("launcher/useTemplates")?.Origin),
        false => null,
        _ => _values["launcher/useTemplates"],
    };

    private static DeclaredValue Under(DeclaredValue value, params (string, DeclaredValue?)[] defaults) => ValuesMerge.Over(DeclaredValue.Map(defaults), value);

    private ConfigFile OfProfiles()
    {
        var said = _values.Find($"config/profiles/{Profiles}");
        var image = new SessionImage(_values).Value();
        var images = DeclaredValue.Map(("*", DeclaredValue.Map(("allow-unknown-images", DeclaredValue.Number("1")), ("container-images", image), ("default-container-image", image))));
        // overrides of jobs are files of their own, which are not made here
        var isKnown = _values.IsOn("launcher/useTemplates") is not false;
        var lines = new List<Origin?>();
        var text = isKnown ? ConfigText.Profiles(said is { IsMap: true } ? ValuesMerge.Over(images, said) : said is null ? images : DeclaredValue.Open, lines) : null;
        return new(Profiles, text, said?.Origin ?? image.Origin) { Lines = lines };
    }

    private IEnumerable<ConfigFile> Records()
    {
        var mounts = _values.Find("config/serverDcf/launcher-mounts");
        var adds = _values.AreOn("homeStorage/create", "homeStorage/mount") is bool on && _values.IsOn("session/defaultHomeMount") is bool all ? on && all : (bool?)null;
        if (adds is null || mounts is { IsOpen: true }) return [new("launcher-mounts", null, mounts?.Origin)];
        var records = mounts is { IsMap: true } ? DeclaredValue.List([mounts]) : mounts ?? DeclaredValue.List([]);
        if (adds.Value && records.IsList && !records.Elements.Any(IsHome)) records = DeclaredValue.List([.. records.Elements, Home()], records.Origin);
        return [new("launcher-mounts", records.IsNull ? "" : ConfigText.Records(records), mounts?.Origin)];
    }

    private DeclaredValue Home() => DeclaredValue.Map(("ClaimName", new ChartVolumes(release).ClaimName("homeStorage")), ("MountPath", _values["homeStorage/path"]),
        ("MountType", DeclaredValue.Text("KubernetesPersistentVolumeClaim")), ("SubPath", _values["homeStorage/subPath"]));

    private bool IsHome(DeclaredValue record) => record.TextAt("ClaimName") == new ChartVolumes(release).ClaimName("homeStorage").Raw
        || (record.TextAt("MountPath") is { } path && _values["homeStorage/path"]?.Raw is { } home
            && (home.StartsWith(path, StringComparison.Ordinal) || path.StartsWith(home, StringComparison.Ordinal)));

    private static ConfigFile Of(string name, DeclaredValue value, Origin? origin)
    {
        var lines = new List<Origin?>();
        return new(name, ConfigText.Sections(value, lines), origin) { Lines = lines.Count > 0 ? lines : null };
    }

    /// <summary>Of a file that is not known as a whole, the name is told, and why.</summary>
    private DeclaredObject Map(string ending, IEnumerable<ConfigFile> files, params ReadOnlySpan<string> paths)
    {
        var all = files.Select(f => _values.AreWhole ? f : f with { Text = null }).ToList();
        return release.Object("v1", "ConfigMap", release.Named(release.Name + ending, paths), DeclaredValue.Map(),
            ("data", DeclaredValue.Map(all.Select(f => (f.Name, (DeclaredValue?)(f.Text is { } text ? DeclaredValue.Text(text, f.Origin, f.Lines) : DeclaredValue.Text(Untold(f), f.Origin)))), null)));
    }

    private string Untold(ConfigFile file) => _values.Undecided is { Why: { } why, Remedy: { } remedy } ? UntoldValue.Of(why, remedy)
        : UntoldValue.Of($"some of {file.Name} is filled in later{(file.Origin is null ? "" : $", at {file.Origin}")}", new(RemedyKind.Flag, $"hand over values in which {file.Name} is filled in"));
}
