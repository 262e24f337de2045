using System.Net.Security;

namespace Scanner.Collect.Kubernetes;

/// <summary>What to show the cluster, and when to ask for another.</summary>
/// <param name="Token">The bearer token; null where the certificate speaks alone.</param>
/// <param name="Certificate">The client's certificate; null for the one of the kubeconfig, if any.</param>
/// <param name="RenewAt">When another is asked for; a cluster that refuses it makes that sooner.</param>
internal sealed record IssuedCredential(string? Token, SslStreamCertificateContext? Certificate, DateTimeOffset RenewAt)
{
    /// <summary>A token that came from a file or a program, without the line break at its end.</summary>
    public static string Clean(string token, string origin) => token.Trim() is { Length: > 0 } clean && clean.All(c => c is > ' ' and < '\u007f')
        ? clean
        : throw new CredentialException($"{origin} holds no usable token");

    // a record prints its members, and a token must not reach a log
    public override string ToString() => nameof(IssuedCredential);
}
