namespace Scanner.Collect.Kubernetes;

/// <summary>The way to the cluster that this process itself runs in, as its pod's service account.</summary>
internal static class InCluster
{
    private const string ServiceAccount = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <summary>Null where this is no pod.</summary>
    /// <param name="variable">The environment.</param>
    /// <param name="folder">Where the kubelet puts the service account.</param>
    /// <exception cref="KubeconfigException">This is a pod, and its service account cannot be used.</exception>
    public static ClusterAccess? Access(Func<string, string?> variable, string folder = ServiceAccount)
    {
        if (variable("KUBERNETES_SERVICE_HOST") is not { Length: > 0 } host || variable("KUBERNETES_SERVICE_PORT") is not { Length: > 0 } port) return null;
        var address = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
        if (!Uri.TryCreate($"https://{address}:{port}/", UriKind.Absolute, out var server))
            throw Wrong($"KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT make no address: {host}, {port}");
        return new("in-cluster", server)
        {
            Authorities = Pem.Authorities(LocalFile.Text(Path.Combine(folder, "ca.crt"), Wrong), Wrong),
            IsInCluster = true,
            Credentials = new TokenFile(Path.Combine(folder, "token")),
        };
    }

    private static KubeconfigException Wrong(string problem) => new($"service account: {problem}; mount one with automountServiceAccountToken");
}
