using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Scanner.Collect.Kubernetes;

/// <summary>Certificates and keys as text.</summary>
internal static class Pem
{
    /// <param name="pem">One certificate or several.</param>
    /// <param name="wrong">Makes the exception of what is wrong.</param>
    public static X509Certificate2Collection Authorities(string pem, Func<string, Exception> wrong) => Reading(() =>
    {
        var found = new X509Certificate2Collection();
        found.ImportFromPem(pem);
        return found.Count > 0 ? found : throw wrong("the certificate authority holds no PEM certificate");
    }, "certificate authority", wrong);

    /// <param name="certificate">The client's certificate, then those between it and the authority.</param>
    /// <param name="key">Its private key.</param>
    /// <param name="wrong">Makes the exception of what is wrong.</param>
    public static SslStreamCertificateContext Identity(string certificate, string key, Func<string, Exception> wrong) => Reading(() =>
    {
        using var pair = X509Certificate2.CreateFromPem(certificate, key);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(certificate);
        // Windows cannot use a key that lives only in memory
        var leaf = X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
        return SslStreamCertificateContext.Create(leaf, chain, offline: true);
    }, "client certificate or its key", wrong);

    private static T Reading<T>(Func<T> read, string what, Func<string, Exception> wrong)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw wrong($"the {what} cannot be read: {e.Message}");
        }
    }
}
