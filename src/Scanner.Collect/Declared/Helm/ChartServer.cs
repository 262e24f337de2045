using Scanner.Collect.Declared.Kubernetes;
using Scanner.Model;

namespace Scanner.Collect.Declared.Helm;

/// <summary>The deployment of the server, as the chart makes it of values.</summary>
internal sealed class ChartServer(ChartRelease release)
{
    private readonly ChartValues _values = release.Values;

    public DeclaredObject Deployment() => release.Object("apps/v1", "Deployment", release.Named(release.Name, "replicas"),
        release.Metadata(_values["deployment/annotations"]),
        ("spec", DeclaredValue.Map(
            ("replicas", _values.Find("replicas") is { IsNull: false } replicas ? replicas : DeclaredValue.Open),
            ("selector", DeclaredValue.Map(("matchLabels", release.Selector))),
            ("template", DeclaredValue.Map(("metadata", DeclaredValue.Map(("labels", PodLabels()))), ("spec", Pod())))))) with { Also = Off("launcher/useTemplates") };

    /// <summary>Where a switch stands that a file turns off: what it takes away has no place of its own.</summary>
    private IReadOnlyList<(string, Origin?)> Off(string path) => _values.IsOn(path) is false ? [(path.Replace('/', '.'), _values.Find(path)?.Origin)] : [];

    private DeclaredValue PodLabels() => _values["pod/labels"] switch
    {
        null => release.Selector,
        { IsMap: true } labels => release.Selector.With([.. labels.Names.Select(n => (n, labels[n]))]),
        var other => other.IsOpen ? other : DeclaredValue.OpenAt(other.Origin),
    };

    private DeclaredValue Pod() => DeclaredValue.Map(
        ("affinity", _values["affinity"]),
        ("nodeSelector", _values["nodeSelector"]),
        ("topologySpreadConstraints", _values["topologySpreadConstraints"]),
        ("tolerations", _values["tolerations"]),
        ("serviceAccountName", _values["rbac/serviceAccount/name"] ?? (_values.IsOn("rbac/create") switch { true => DeclaredValue.Text(release.Name), false => null, _ => DeclaredValue.Open })),
        ("initContainers", Before()),
        ("containers", _values.IsOn("prometheus/legacy") is false ? new Parts().Add(Container()).All(_values["pod/sidecar"]).List
            : _values.IsSince("0.8.0") is true ? DeclaredValue.OpenFor("what prometheus.legacy adds to the pod is not known", Rendered) : new Parts().Add(Container()).All(_values["pod/sidecar"]).List),
        ("volumes", new ChartVolumes(release).Volumes()));

    /// <summary>What the chart itself puts before the server depends on images that it chooses.</summary>
    private DeclaredValue Before() => _values.AreOn("chronicleAgent/enabled", "components/positron/version") is false ? new Parts().All(_values["initContainers"]).List
        : DeclaredValue.OpenFor("what chronicleAgent.enabled or components.positron.version adds before the server is not known", Rendered);

    private static Remedy Rendered => new(RemedyKind.Flag, "hand over what the chart renders: helm template … > rendered.yaml");

    private DeclaredValue Container() => DeclaredValue.Map(
        ("name", DeclaredValue.Text("rstudio")),
        ("image", Image()),
        ("ports", DeclaredValue.List([DeclaredValue.Map(("containerPort", _values["pod/port"] ?? DeclaredValue.Open))])),
        ("env", Environment()),
        ("volumeMounts", new ChartVolumes(release).Mounts()),
        ("resources", DeclaredValue.Map(("requests", Quantities("requests")), ("limits", Quantities("limits")))));

    /// <summary>Where only the version is missing, the repository still tells what it is.</summary>
    private DeclaredValue Image()
    {
        var (repository, tag) = (_values["image/repository"], Tag());
        var origin = _values.Find("image/tag")?.Origin ?? _values.Find("image/repository")?.Origin ?? _values.Find("image")?.Origin;
        return DeclaredValue.Text($"{(repository is { IsText: true } ? repository.Raw : "(the chart's)")}:{tag ?? "(the chart's)"}", origin);
    }

    private string? Tag()
    {
        if (_values["image/tag"] is { } tag) return tag.IsOpen ? null : tag.Raw;
        if ((_values["versionOverride"] ?? _values.AppVersion) is not { IsOpen: false, Raw: var version }) return null;
        // the form of tags changed with the chart
        return _values.IsSince("0.20.0") switch
        {
            true => _values["image/os"] is { IsOpen: false, Raw: var os } ? $"{version}-{os}" : null,
            false => _values["image/tagPrefix"] is { IsOpen: true } ? null : $"{_values["image/tagPrefix"]?.Raw}{version}",
            _ => null,
        };
    }

    private DeclaredValue? Quantities(string sort) => _values.IsOn($"resources/{sort}/enabled") switch
    {
        null => DeclaredValue.Open,
        false => null,
        _ => DeclaredValue.Map(("cpu", _values[$"resources/{sort}/cpu"]), ("memory", _values[$"resources/{sort}/memory"]), ("ephemeral-storage", _values[$"resources/{sort}/ephemeralStorage"])),
    };

    private DeclaredValue Environment() => new Parts()
        .If(_values.IsOn("diagnostics/enabled"), () => Variable("DIAGNOSTIC_ENABLE"))
        .If(_values.IsOn("launcher/kubernetesHealthCheck/enabled"), () => Variable("RSTUDIO_LAUNCHER_STARTUP_HEALTH_CHECK_ARGS"))
        .Add(Variable("RSTUDIO_LAUNCHER_NAMESPACE", _values["launcher/namespace"] ?? DeclaredValue.Text(release.Namespace)))
        .If(_values.IsOn("license/key"), () => Variable("RSW_LICENSE"))
        .If(_values.IsOn("license/server"), () => Variable("RSW_LICENSE_SERVER"))
        .If(_values.AreOn("license/file/contents", "license/file/secret"), () => Variable("RSW_LICENSE_FILE_PATH"))
        .Add(Variable("RSW_LAUNCHER", DeclaredValue.Text(_values.IsOn("launcher/enabled") is true ? "true" : "false")))
        .Add(Variable("RSW_TESTUSER"))
        .If(_values.IsOn("userCreate"), () => Variable("RSW_TESTUSER_UID"))
        .If(_values.IsOn("userCreate"), () => Variable("RSW_TESTUSER_PASSWD"))
        .If(IsBalanced, () => Variable("RSW_LOAD_BALANCING", DeclaredValue.Text("true")))
        .Add(Variable("XDG_CONFIG_DIRS", Directories))
        .All(_values["pod/env"]).List;

    /// <summary>Null where they are not known, or the chart puts others beside them: which come first is then not told.</summary>
    private DeclaredValue? Directories => _values.IsOn("xdgConfigDirsExtra") is false && _values["xdgConfigDirs"] is { IsOpen: false, IsText: true } said ? said : null;

    private bool? IsBalanced => _values.IsOn("loadBalancer/forceEnabled") is true ? true
        : _values.Find("replicas") is { Kind: System.Text.Json.JsonValueKind.Number } replicas && int.TryParse(replicas.Raw, out var number) ? number > 1 || _values.IsOn("loadBalancer/forceEnabled") is null : null;

    /// <summary>Of a variable without a value, the name alone is told: its value comes from a Secret, or is nothing that a rule asks for.</summary>
    private static DeclaredValue Variable(string name, DeclaredValue? value = null) => DeclaredValue.Map(("name", DeclaredValue.Text(name)), ("value", value),
        ("valueFrom", value is null ? DeclaredValue.Map(("fieldRef", DeclaredValue.Map())) : null));
}
