using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Scanner.Tests.Collect.Kubernetes;

/// <summary>A certificate authority that lives as long as a test.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;
    private byte _serial;

    /// <param name="name">Its name, which another may have too.</param>
    /// <param name="above">Who vouches for it; null for a root.</param>
    public TestAuthority(string name = "test-ca", TestAuthority? above = null)
    {
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 1, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _certificate = above is null
            ? request.CreateSelfSigned(Now.AddDays(-2), Now.AddDays(2))
            : request.Create(above._certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(above._key), Now.AddDays(-1.9), Now.AddDays(1.9), [++above._serial]);
    }

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public string Pem => _certificate.ExportCertificatePem();

    /// <summary>A server's certificate for 127.0.0.1 and the given names.</summary>
    public X509Certificate2 Server(DateTimeOffset? end = null, params string[] names)
    {
        var (pem, key) = Issue("CN=server", end ?? Now.AddDays(1), names);
        using var pair = X509Certificate2.CreateFromPem(pem, key);
        return X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>A client's certificate and key, in PEM.</summary>
    public (string Certificate, string Key) Client(string name) => Issue($"CN={name}", Now.AddDays(1), []);

    public void Dispose()
    {
        _key.Dispose();
        _certificate.Dispose();
    }

    private (string Certificate, string Key) Issue(string subject, DateTimeOffset end, string[] names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        if (names.Length == 0) alternatives.AddIpAddress(IPAddress.Loopback);
        foreach (var name in names) alternatives.AddDnsName(name);
        request.CertificateExtensions.Add(alternatives.Build());
        using var certificate = request.Create(_certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(_key), Now.AddDays(-1.5), end, [++_serial]);
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
