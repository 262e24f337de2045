using Scanner.Collect.Declared.Kubernetes;

namespace Scanner.Collect.Declared.Helm;

/// <summary>What the chart mounts into the server's container, and from where.</summary>
internal sealed class ChartVolumes(ChartRelease release)
{
    private static readonly string[] s_secrets =
    [
        "launcherPem/existingSecret", "launcherPem/value", "secureCookieKey/existingSecret", "secureCookieKey/value", "global/secureCookieKey/existingSecret",
        "global/secureCookieKey/value", "config/database/conf/existingSecret", "config/database/conf/value", "config/secret", "config/existingSecrets",
    ];

    private static readonly string[] s_templates = ["rstudio-library-templates-data.tpl", "job.tpl", "service.tpl"];

    private readonly ChartValues _values = release.Values;

    /// <summary>The Secret that the chart makes for the server; null where values leave open which files it has.</summary>
    public DeclaredObject? ServerSecret() => new ChartSecret(_values).Files is { } files
        ? release.Object("v1", "Secret", release.Named($"{release.Name}-secret", "config/secret"), DeclaredValue.Map(), ("stringData", DeclaredValue.Map(files.Select(f => (f, (DeclaredValue?)DeclaredValue.Text("")))))) : null;

    public DeclaredValue Mounts() => new Parts()
        .If(IsMounted("sharedStorage"), () => Storage("rstudio-shared-storage", "sharedStorage"))
        .If(IsMounted("homeStorage"), () => Storage("rstudio-home-storage", "homeStorage"))
        .Add(Mount("rstudio-prestart", "/scripts/"))
        .Add(Mount("rstudio-config", "/mnt/configmap/rstudio/"))
        .Add(Mount("rstudio-session-config", "/mnt/session-configmap/rstudio/"))
        .If(_values.Find("config/session/pip.conf") is { IsNull: false }, () => Mount("rstudio-session-config", "/etc/pip.conf").With(("subPath", DeclaredValue.Text("pip.conf"))))
        .If(_values.IsOn("config/sessionSecret"), () => Mount("rstudio-session-secret", _values["session/defaultSecretMountPath"]))
        .If(MayHaveSecret, () => Mount("rstudio-secret", "/mnt/secret-configmap/rstudio/"))
        .If(MayHaveUsers, () => Mount("rstudio-user", "/etc/sssd/conf.d/"))
        .Add(Mount("etc-rstudio", "/etc/rstudio"))
        .If(_values.AreOn("license/file/contents", "license/file/secret"), License)
        .If(_values.IsOn("jobJsonOverridesFiles"), () => Mount("rstudio-job-overrides-old", "/mnt/job-json-overrides"))
        .All(TemplateMounts())
        .All(_values["pod/volumeMounts"]).List;

    public DeclaredValue Volumes() => new Parts()
        .If(IsMounted("sharedStorage"), () => Claim("rstudio-shared-storage", "sharedStorage", ClaimName("sharedStorage")))
        .If(IsMounted("homeStorage"), () => Claim("rstudio-home-storage", "homeStorage", ClaimName("homeStorage")))
        .Add(ConfigMap("rstudio-prestart", "-prestart"))
        .Add(ConfigMap("rstudio-config", "-config"))
        .Add(ConfigMap("rstudio-session-config", "-session"))
        .If(_values.IsOn("config/sessionSecret"), () => Secret("rstudio-session-secret"))
        .If(MayHaveSecret, () => new ChartSecret(_values).Files is { } files ? Volume("rstudio-secret", ("projected", DeclaredValue.Map(("sources", Shown(files))))) : Secret("rstudio-secret"))
        .If(MayHaveUsers, () => Secret("rstudio-user"))
        .Add(Volume("etc-rstudio", ("emptyDir", DeclaredValue.Map())))
        .If(_values.AreOn("license/file/contents", "license/file/secret"), () => Secret("license-file"))
        .If(_values.IsOn("jobJsonOverridesFiles"), () => ConfigMap("rstudio-job-overrides-old", "-overrides-old"))
        .All(MayHaveTemplates ? DeclaredValue.List([ConfigMap("session-templates", "-templates")]) : null)
        .All(_values["pod/volumes"]).List;

    /// <summary>Where it is not known whether templates are used, they are there in any case: whether the launcher reads them is then open.</summary>
    public bool MayHaveTemplates => _values.IsOn("launcher/useTemplates") is not false;

    /// <summary>The name of a claim that the chart makes or mounts.</summary>
    public DeclaredValue ClaimName(string storage) =>
        _values[$"{storage}/name"] ?? release.Named($"{release.Name}-{(storage == "homeStorage" ? "home" : "shared")}-storage", $"{storage}/create", $"{storage}/mount", storage);

    private bool? IsMounted(string storage) => _values.AreOn($"{storage}/create", $"{storage}/mount");

    /// <summary>A Secret that may be there, too, is one whose files are not seen. Charts before 0.10.0 always had it.</summary>
    private bool? MayHaveSecret => _values.AreOn(s_secrets) is not false || _values.IsSince("0.10.0") is not true
        || (_values.IsSince("0.21.0") is true && _values.IsOn("pod/runAsRoot") is not true);

    private bool? MayHaveUsers => _values.AreOn("config/userProvisioning", "config/sssd/conf") is not false;

    private DeclaredValue? TemplateMounts() => !MayHaveTemplates ? null : DeclaredValue.List(s_templates.Select(file =>
        Mount("session-templates", $"/var/lib/rstudio-launcher/Kubernetes/{file}").With(("subPath", DeclaredValue.Text(file)))));

    private DeclaredValue License() => _values["license/file/mountPath"] is { IsText: true } path && _values["license/file/secretKey"] is { IsText: true } key && _values.IsOn("license/file/mountSubPath") is { } isFile
        ? isFile ? Mount("license-file", $"{path.Raw}/{key.Raw}").With(("subPath", key)) : Mount("license-file", path)
        : Mount("license-file", DeclaredValue.Open);

    private DeclaredValue Storage(string name, string storage) => Mount(name, _values[$"{storage}/path"]).With(("subPath", _values[$"{storage}/subPath"]));

    private static DeclaredValue Mount(string name, string path) => Mount(name, DeclaredValue.Text(path));

    private static DeclaredValue Mount(string name, DeclaredValue? path) => DeclaredValue.Map(("name", DeclaredValue.Text(name)), ("mountPath", path ?? DeclaredValue.Open));

    private DeclaredValue Claim(string volume, string storage, DeclaredValue claim) => DeclaredValue.Map(
        ("name", DeclaredValue.Text(volume, (_values.Find(storage) ?? claim).Origin)), ("persistentVolumeClaim", DeclaredValue.Map(("claimName", claim))));

    private DeclaredValue ConfigMap(string volume, string ending) => Volume(volume, ("configMap", DeclaredValue.Map(("name", DeclaredValue.Text(release.Name + ending)))));

    /// <summary>Of which Secret each of them is, does not matter.</summary>
    private DeclaredValue Shown(IEnumerable<string> files) => DeclaredValue.List([DeclaredValue.Map(("secret", DeclaredValue.Map(("name", DeclaredValue.Text($"{release.Name}-secret")),
        ("items", DeclaredValue.List(files.Select(f => DeclaredValue.Map(("key", DeclaredValue.Text(f)), ("path", DeclaredValue.Text(f)))))))))]);

    private static DeclaredValue Secret(string volume) => Volume(volume, ("secret", DeclaredValue.Map(("secretName", DeclaredValue.Text(volume)))));

    private static DeclaredValue Volume(string name, (string, DeclaredValue?) source) => DeclaredValue.Map(("name", DeclaredValue.Text(name)), source);
}
