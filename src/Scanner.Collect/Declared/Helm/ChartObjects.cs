using Scanner.Collect.Declared.Kubernetes;

namespace Scanner.Collect.Declared.Helm;

/// <summary>The objects that a release has, as far as something is read of them.</summary>
internal sealed class ChartObjects(ChartRelease release)
{
    private readonly ChartValues _values = release.Values;

    private readonly ExtraObjects _extra = new(release.Values);

    public IReadOnlyList<DeclaredObject> All() =>
    [
        new ChartServer(release).Deployment(), .. new ChartConfiguration(release).ConfigMaps(), Service(),
        .. If(_values.IsOn("ingress/enabled"), Ingress), .. If(_values.IsOn("homeStorage/create"), () => Claim("homeStorage")), .. If(_values.IsOn("sharedStorage/create"), () => Claim("sharedStorage")),
        .. If(_values.IsOn("rbac/create") is true && _values.Find("rbac/serviceAccount/create") is not { Kind: System.Text.Json.JsonValueKind.False }, Account),
        .. If(_values.IsOn("podDisruptionBudget"), Budget), .. _extra.Objects,
    ];

    /// <summary>Its Secrets whose files values name.</summary>
    public IReadOnlyList<DeclaredObject> Secrets => new ChartVolumes(release).ServerSecret() is { } secret ? [secret] : [];

    /// <summary>Whether the release may have objects that are not told here: such as are written as a text, or said elsewhere.</summary>
    public bool MayBeMore => _extra.MayBeMore;

    /// <summary>Texts of the user's that Helm makes objects of.</summary>
    public IReadOnlyList<UntoldObjects> Untold => _extra.Untold;

    /// <summary>What may be there is left out: of every kind there may be more than what is declared.</summary>
    private static IEnumerable<DeclaredObject> If(bool? holds, Func<DeclaredObject> make) => holds is true ? [make()] : [];

    private DeclaredObject Service() => release.Object("v1", "Service", release.Named(release.Name, "service"),
        DeclaredValue.Map(("labels", release.Labels), ("annotations", _values["service/annotations"])),
        ("spec", DeclaredValue.Map(("type", _values["service/type"]), ("selector", release.Selector), ("ports", new Parts()
            .Add(DeclaredValue.Map(("name", DeclaredValue.Text("http")), ("port", _values["service/port"] ?? DeclaredValue.Open), ("targetPort", _values["service/targetPort"] ?? TargetPort),
                ("nodePort", _values["service/type"] is { Raw: "NodePort" } ? _values["service/nodePort"] : null)))
            .If(_values.IsSince("0.8.0") is null && _values.Find("prometheus/enabled")?.Origin is null ? null : _values.IsOn("prometheus/enabled"), () => DeclaredValue.Map(("name", DeclaredValue.Text("metrics")),
                ("targetPort", DeclaredValue.Text("metrics")), ("port", _values.IsOn("prometheus/legacy") is false ? _values["prometheus/port"] : DeclaredValue.Number("9108")))).List))));

    /// <summary>What charts had before the value came.</summary>
    private static DeclaredValue TargetPort => DeclaredValue.Number("8787");

    private DeclaredObject Ingress() => release.Object("networking.k8s.io/v1", "Ingress", release.Named(release.Name, "ingress"),
        DeclaredValue.Map(("labels", release.Labels), ("annotations", _values["ingress/annotations"])),
        ("spec", DeclaredValue.Map(("ingressClassName", _values["ingress/ingressClassName"]),
            ("rules", _values["ingress/hosts"] is not { } hosts ? null : hosts.IsList ? DeclaredValue.List(hosts.Elements.Select(Rule), hosts.Origin) : DeclaredValue.OpenAt(hosts.Origin)))));

    private DeclaredValue Rule(DeclaredValue host) => DeclaredValue.Map(("host", host["host"]), ("http", DeclaredValue.Map(("paths",
        host["paths"] is not { } paths ? null : paths.IsList ? DeclaredValue.List(paths.Elements.Select(Path), paths.Origin) : DeclaredValue.OpenAt(paths.Origin)))));

    private DeclaredValue Path(DeclaredValue path) => DeclaredValue.Map(("path", path.IsMap ? path["path"] : path),
        ("backend", DeclaredValue.Map(("service", DeclaredValue.Map(("name", DeclaredValue.Text(release.Name)), ("port", Port()))))));

    private DeclaredValue Port() => _values["service/port"] is { IsText: true } name ? DeclaredValue.Map(("name", name)) : DeclaredValue.Map(("number", _values["service/port"] ?? DeclaredValue.Open));

    private DeclaredObject Claim(string storage)
    {
        var name = new ChartVolumes(release).ClaimName(storage);
        return release.Object("v1", "PersistentVolumeClaim", name, DeclaredValue.Map(("labels", release.Labels)), ("spec", DeclaredValue.Map(
            ("accessModes", _values[$"{storage}/accessModes"]), ("storageClassName", _values[$"{storage}/storageClassName"]), ("volumeName", _values[$"{storage}/volumeName"]),
            ("resources", DeclaredValue.Map(("requests", DeclaredValue.Map(("storage", _values[$"{storage}/requests/storage"]))))))));
    }

    private DeclaredObject Account() => release.Object("v1", "ServiceAccount", _values["rbac/serviceAccount/name"] ?? release.Named(release.Name, "rbac/serviceAccount", "rbac"),
        DeclaredValue.Map(("annotations", _values["rbac/serviceAccount/annotations"])));

    private DeclaredObject Budget() => release.Object("policy/v1", "PodDisruptionBudget", release.Named(release.Name, "podDisruptionBudget"), DeclaredValue.Map(("labels", release.Labels)),
        ("spec", (_values["podDisruptionBudget"] is { IsMap: true } own ? own : DeclaredValue.Map()).With(("selector", DeclaredValue.Map(("matchLabels", release.Selector))))));
}
