using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Scanner.Collect.Kubernetes;

/// <summary>Whether a certificate is that of the cluster, and if not, why in words.</summary>
internal sealed class ServerTrust(ClusterAccess access)
{
    /// <summary>How certificates are to be verified; null to do so as the machine does.</summary>
    public X509ChainPolicy? Policy()
    {
        if (access.Authorities is not { } authorities) return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    /// <exception cref="ServerCertificateException">It is not, and this is why.</exception>
    public bool Verify(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        access.SkipsVerification || errors == SslPolicyErrors.None || errors == SslPolicyErrors.RemoteCertificateChainErrors && EndsInAnAuthority(chain)
            ? true
            : throw new ServerCertificateException(Problem(certificate as X509Certificate2, chain, errors));

    /// <summary>A cluster may be pinned to an authority that is no root, which the platform alone would not take for an end.</summary>
    private bool EndsInAnAuthority(X509Chain? chain) => chain is { ChainElements: [.., var last], ChainStatus: var statuses }
        && statuses.All(s => s.Status is X509ChainStatusFlags.PartialChain)
        && access.Authorities is { } authorities && authorities.Any(a => a.RawDataMemory.Span.SequenceEqual(last.Certificate.RawDataMemory.Span));

    private string Problem(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null) return "the server showed no certificate";
        if (chain is not null && chain.ChainStatus.Any(s => s.Status is X509ChainStatusFlags.NotTimeValid))
            return "the server's certificate, or one that vouches for it, is not valid now; have it renewed, or set this machine's clock";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && !errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            return $"the server's certificate is not for {access.TlsServerName ?? access.Server.Host}, but for {Names(certificate)}; set tls-server-name, or the right server";
        var signer = $"the server's certificate was signed by {certificate.Issuer}";
        return access.Authorities is null
            ? $"{signer}, which this machine does not trust; set certificate-authority-data to the cluster's"
            : $"{signer}, which is not what certificate-authority names; take the kubeconfig of this cluster";
    }

    private static string Names(X509Certificate2 certificate)
    {
        var said = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        var names = said is null ? [] : said.EnumerateDnsNames().Concat(said.EnumerateIPAddresses().Select(a => a.ToString())).Take(5).ToList();
        return names.Count == 0 ? "no name at all" : string.Join(", ", names);
    }
}
