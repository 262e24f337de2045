using System.Text;

namespace Scanner.Collect.Kubernetes;

/// <summary>The cluster half of a context: where the server is, and how it proves that it is the one.</summary>
internal static class KubeconfigCluster
{
    private static readonly string[] s_proxies = ["http", "https", "socks5"];

    public static ClusterAccess Read(string context, KubeconfigNode cluster) => new(context, Server(cluster))
    {
        SkipsVerification = cluster.Says("insecure-skip-tls-verify"),
        Authorities = cluster.Says("insecure-skip-tls-verify") || Content(cluster, "certificate-authority") is not { } pem ? null
            : Pem.Authorities(pem, problem => WrongContent(cluster, "certificate-authority", problem)),
        TlsServerName = cluster.Text("tls-server-name"),
        Proxy = Proxy(cluster),
    };

    /// <summary>What a key holds as base64 in its <c>-data</c> form, or else the file that it names.</summary>
    public static string? Content(KubeconfigNode node, string key)
    {
        if (node.Text(key + "-data") is { } data)
        {
            var bytes = new byte[data.Length];
            return Convert.TryFromBase64String(data, bytes, out var length)
                ? Encoding.UTF8.GetString(bytes, 0, length)
                : throw node.Wrong(key + "-data", $"{key}-data is no base64");
        }
        return node.Text(key) is { } path ? LocalFile.Text(node.Resolve(path), problem => node.Wrong(key, $"{key}: {problem}")) : null;
    }

    /// <summary>What is wrong with what <see cref="Content"/> gave.</summary>
    public static KubeconfigException WrongContent(KubeconfigNode node, string key, string problem) =>
        node.Wrong(node.Text(key + "-data") is null ? key : key + "-data", problem);

    private static Uri Server(KubeconfigNode cluster)
    {
        var text = cluster.Need("server");
        return Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var server) && server.Scheme is ("https" or "http")
            ? server
            : throw cluster.Wrong("server", "server must be an https:// address");
    }

    private static Uri? Proxy(KubeconfigNode cluster) => cluster.Text("proxy-url") is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var proxy) && s_proxies.Contains(proxy.Scheme) ? proxy
        : throw cluster.Wrong("proxy-url", $"proxy-url must be an address that begins with {string.Join(", ", s_proxies.Select(p => p + "://"))}");
}
