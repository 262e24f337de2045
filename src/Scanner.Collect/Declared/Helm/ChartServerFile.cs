using Scanner.Collect.Declared.Kubernetes;
using Scanner.Model;

namespace Scanner.Collect.Declared.Helm;

/// <summary>What the chart's templates, as opposed to its values, write into <c>rserver.conf</c> where values do not say otherwise.</summary>
internal sealed class ChartServerFile(ChartRelease release)
{
    private readonly ChartValues _values = release.Values;

    public DeclaredValue Defaults() => DeclaredValue.Map(
        ("launcher-sessions-callback-address", DeclaredValue.Text($"http://{release.Name}.{release.Namespace}.svc.cluster.local:80")),
        ("server-license-type", When(_values.IsOn("license/server"), () => DeclaredValue.Text("remote"))),
        ("server-user", Since("0.21.0", true, () => _values["pod/serviceAccountUser"])),
        ("auth-pam-sessions-enabled", Since("0.21.0", true, () => When(_values.IsOn("pod/runAsRoot"), () => One) ?? DeclaredValue.Number("0"))),
        ("user-provisioning-enabled", Since("0.21.0", IsUnprivileged, () => One)),
        ("launcher-sessions-auto-update", Since("0.11.0", HasComponents, () => One)),
        ("launcher-sessions-init-container-image-name", Since("0.11.0", HasComponents, () => _values["components/sessionInit/image/repository"])),
        ("launcher-sessions-init-container-image-tag", Since("0.11.0", HasComponents, () => _values["components/sessionInit/image/tag"] ?? _values["versionOverride"] ?? _values.AppVersion)),
        ("launcher-positron-init-container-enabled", Since("0.11.0", HasPositron, () => One)),
        ("launcher-sessions-create-container-user", Since("0.21.0", IsUnprivileged, () => NotKept)),
        ("launcher-sessions-create-container-user-mode", Since("0.21.0", IsUnprivileged, () => NotKept)),
        ("launcher-sessions-init-container-run-user", Since("0.21.0", IsUnprivileged, () => NotKept)));

    /// <summary>What the chart writes in the place of what values say: metrics, where they are off.</summary>
    public DeclaredValue Final(DeclaredValue file) => _values.IsSince("0.8.0") is not false && Metrics() is not false && file["metrics-enabled"] is null or { Raw: "0" or "" }
        ? file.With(("metrics-enabled", Since("0.8.0", Metrics(), () => One)), ("metrics-port", file["metrics-port"] ?? Since("0.8.0", Metrics(), () => _values["prometheus/port"])))
        : file;

    private static DeclaredValue One => DeclaredValue.Number("1");

    private DeclaredValue NotKept => _values.Undecided ?? DeclaredValue.OpenFor("what the chart writes here is not kept", new(RemedyKind.Flag, "hand over what the chart renders: helm template … > rendered.yaml"));

    private bool? Metrics() => _values.IsOn("prometheus/enabled") is bool on && _values.IsOn("prometheus/legacy") is bool legacy ? on && !legacy : null;

    private bool? HasComponents => And(_values.IsOn("launcher/enabled"), _values.IsOn("components/enabled"));

    private bool? HasPositron => And(HasComponents, _values.IsOn("components/positron/version"));

    private bool? IsUnprivileged => _values.IsOn("pod/runAsRoot") is bool root ? !root : null;

    private static bool? And(bool? one, bool? other) => one is false || other is false ? false : one is null || other is null ? null : true;

    private DeclaredValue? Since(string version, bool? holds, Func<DeclaredValue?> value) => When(And(_values.IsSince(version), holds), value);

    private DeclaredValue? When(bool? holds, Func<DeclaredValue?> value) => holds switch
    {
        true => value() is { IsOpen: true } ? NotKept : value(),
        false => null,
        _ => NotKept,
    };
}
