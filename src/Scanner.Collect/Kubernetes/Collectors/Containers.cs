using Scanner.Collect.Workbench;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Reads containers of a pod or pod template: nothing of their commands, and of their environment only what is known to hold no secret.</summary>
internal static class Containers
{
    private static readonly string[] s_openVariables =
    [
        "PWB_POSITRON_TARGET", Sessions.TypeVariable, "RSTUDIO_CONFIG_DIR", "RSTUDIO_DATA_HOME", "RSTUDIO_LAUNCHER_NAMESPACE", "RSW_LAUNCHER",
        "RSW_LOAD_BALANCING", "XDG_CONFIG_DIRS", "XDG_CONFIG_HOME",
    ];

    public static Items<Container> Of(ObjectField containers) => containers.List.Select(Container).ToItems();

    private static Container Container(ObjectField container) => new(
        container["name"].NeedText,
        container["image"].NeedText,
        container["ports"].List.Select(p => p["containerPort"].NeedNumber).ToItems(),
        container["volumeMounts"].List.Select(Mount).ToItems(),
        container["resources"]["requests"].Map,
        container["resources"]["limits"].Map,
        [.. container["env"].List.Select(v => v["name"].NeedText).Concat(container["envFrom"].List.Select(Many))],
        new(container["env"].List.Where(IsOpen).Select(v => KeyValuePair.Create(v["name"].NeedText, v["value"].Text is { } value ? Kept(v["name"].NeedText, value) : ""))));

    private static VolumeMount Mount(ObjectField mount) => new(
        mount["name"].NeedText,
        mount["mountPath"].NeedText,
        mount["subPath"].Text ?? mount["subPathExpr"].Text,
        mount["readOnly"].FlagOr(false)); // documented: "Defaults to false"

    /// <summary>All variables of a config map or secret, whose names are not to be seen here.</summary>
    private static string Many(ObjectField source) => $"{source["prefix"].Text}*";

    private static string Kept(string name, string value) =>
        name == Sessions.TypeVariable && !Sessions.IsType(value) ? SecretValue.NotKept : OpenValue.Of(name, value);

    private static bool IsOpen(ObjectField variable) =>
        variable["valueFrom"].IsAbsent && s_openVariables.Contains(variable["name"].NeedText, StringComparer.Ordinal);
}
