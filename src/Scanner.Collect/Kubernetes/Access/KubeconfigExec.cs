using System.Text;
using System.Text.Json.Nodes;

namespace Scanner.Collect.Kubernetes;

/// <summary>The plugin that a user entry names.</summary>
internal static class KubeconfigExec
{
    private static readonly string[] s_versions = ["client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"];

    /// <param name="exec">The entry.</param>
    /// <param name="cluster">The cluster that the plugin is told of where the entry asks for that.</param>
    public static ExecPlugin Read(KubeconfigNode exec, KubeconfigNode cluster)
    {
        var version = exec.Need("apiVersion");
        if (!s_versions.Contains(version)) throw exec.Wrong("apiVersion", $"exec plugins speak {string.Join(" or ", s_versions)} here, not {version}");
        if (exec.Text("interactiveMode") == "Always") throw exec.Wrong("interactiveMode", "the plugin wants to ask questions, and a scan cannot answer; use one that needs no terminal");
        return new(Command(exec), exec.Texts("args"), version)
        {
            Environment = [.. exec.Maps("env").Select(e => KeyValuePair.Create(e.Need("name"), e.Text("value") ?? ""))],
            InstallHint = exec.Text("installHint"),
            Cluster = exec.Says("provideClusterInfo") ? Describe(cluster) : null,
        };
    }

    /// <summary>A bare name is looked for in PATH; a path is relative to the kubeconfig.</summary>
    private static string Command(KubeconfigNode exec) =>
        exec.Need("command") is var command && command.AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0 ? exec.Resolve(command) : command;

    private static JsonObject Describe(KubeconfigNode cluster)
    {
        var said = new JsonObject { ["server"] = cluster.Need("server") };
        foreach (var key in (string[])["tls-server-name", "proxy-url"])
            if (cluster.Text(key) is { } text) said[key] = text;
        if (cluster.Says("insecure-skip-tls-verify")) said["insecure-skip-tls-verify"] = true;
        else if (KubeconfigCluster.Content(cluster, "certificate-authority") is { } pem) said["certificate-authority-data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(pem));
        return said;
    }
}
