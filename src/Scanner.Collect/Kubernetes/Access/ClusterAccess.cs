using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Scanner.Collect.Kubernetes;

/// <summary>How to reach one cluster as one user: what a context of a kubeconfig, or a pod's service account, comes to.</summary>
/// <param name="Name">The context, or what else people call it.</param>
/// <param name="Server">The API server's address, with a slash at its end.</param>
internal sealed record ClusterAccess(string Name, Uri Server)
{
    /// <summary>Who may vouch for the server; null for whom the machine trusts.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>The name that the server's certificate must bear, where it is not the address's host.</summary>
    public string? TlsServerName { get; init; }

    /// <summary>Any certificate will do, because the kubeconfig says so.</summary>
    public bool SkipsVerification { get; init; }

    public Uri? Proxy { get; init; }

    /// <summary>The client's certificate; null where there is none, or a plugin gives it.</summary>
    public SslStreamCertificateContext? Certificate { get; init; }

    /// <summary>Where tokens come from; null where the certificate speaks alone.</summary>
    public ICredentialSource? Credentials { get; init; }

    /// <summary>What the kubeconfig calls the cluster; the ARN of an EKS cluster that is named outright; null in the cluster itself.</summary>
    public string? ClusterName { get; init; }

    /// <summary>The ARN of an EKS cluster, which is also how the AWS CLI names clusters in a kubeconfig; null where nothing says it.</summary>
    public string? EksArn => Amazon.Arn.TryParse(ClusterName ?? "", out var arn) && arn is { Service: "eks", AccountId.Length: > 0 } ? ClusterName : null;

    /// <summary>Whether the address is one that only means something in the cluster itself.</summary>
    public bool IsInCluster { get; init; }

    /// <summary>Whether both are the way to one server, which is believed alike, as one user; what they are called does not matter.</summary>
    public bool IsSame(ClusterAccess other) =>
        (Server, Proxy, TlsServerName, SkipsVerification) == (other.Server, other.Proxy, other.TlsServerName, other.SkipsVerification)
        && Hashes(Authorities).SequenceEqual(Hashes(other.Authorities), StringComparer.Ordinal)
        && Hash(Certificate?.TargetCertificate) == Hash(other.Certificate?.TargetCertificate)
        && Equals(Credentials, other.Credentials);

    /// <summary>What the user should know about the way there.</summary>
    public IEnumerable<string> Notes()
    {
        if (SkipsVerification) yield return $"{Name}: insecure-skip-tls-verify is set, so that anybody could have answered for {Server.Authority}";
        if (Server.Scheme == Uri.UriSchemeHttp) yield return $"{Name}: {Server.Authority} is asked without TLS, so that anybody could have answered for it";
    }

    private static IEnumerable<string?> Hashes(X509Certificate2Collection? certificates) => certificates is null ? [] : certificates.Select(Hash);

    private static string? Hash(X509Certificate2? certificate) => certificate?.GetCertHashString(HashAlgorithmName.SHA256);

    // a record prints its members, and some of them are secret
    public override string ToString() => Name;
}
