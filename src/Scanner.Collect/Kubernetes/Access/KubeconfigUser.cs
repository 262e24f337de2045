namespace Scanner.Collect.Kubernetes;

/// <summary>The user half of a context: who asks, and what proves it.</summary>
internal static class KubeconfigUser
{
    /// <summary>Ways of proving it that are not known here, and what to do instead.</summary>
    private static readonly (string Key, string Instead)[] s_unsupported =
    [
        ("as", "impersonation is not supported; use a user who may read for itself"),
        ("as-groups", "impersonation is not supported; use a user who may read for itself"),
        ("as-uid", "impersonation is not supported; use a user who may read for itself"),
        ("as-user-extra", "impersonation is not supported; use a user who may read for itself"),
        ("username", "basic authentication is gone since Kubernetes 1.19; use a token, a certificate or an exec plugin"),
        ("auth-provider", "auth-provider is gone since Kubernetes 1.26; use an exec plugin"),
    ];

    public static ClusterAccess Read(KubeconfigNode user, KubeconfigNode cluster, ClusterAccess access)
    {
        foreach (var (key, instead) in s_unsupported)
            if (user.Has(key)) throw user.Wrong(key, instead);
        var (certificate, secret) = (KubeconfigCluster.Content(user, "client-certificate"), KubeconfigCluster.Content(user, "client-key"));
        if (certificate is null != secret is null)
            throw user.Wrong($"client-certificate and client-key must both be there, and {(secret is null ? "client-key" : "client-certificate")} is not");
        return access with
        {
            Certificate = certificate is null ? null : Pem.Identity(certificate, secret!, p => KubeconfigCluster.WrongContent(user, "client-certificate", p)),
            Credentials = Source(user, cluster),
        };
    }

    /// <summary>A token wins over a plugin, as with kubectl, and a file over a text that may be older.</summary>
    private static ICredentialSource? Source(KubeconfigNode user, KubeconfigNode cluster) =>
        user.Text("tokenFile") is { } file ? new TokenFile(user.Resolve(file))
        : user.Text("token") is { } token ? new FixedToken(token)
        : user.Map("exec") is { } exec ? KubeconfigExec.Read(exec, cluster) : null;
}
