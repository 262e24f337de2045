using System.Globalization;
using System.Text.Json;

namespace Scanner.Collect.Kubernetes;

/// <summary>What a plugin printed.</summary>
internal static class ExecCredential
{
    /// <summary>So long before its end a credential is renewed.</summary>
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(30);

    /// <param name="text">What was printed; never shown, because tokens stand in it.</param>
    /// <param name="version">The version that it must be of.</param>
    /// <param name="command">Who printed it.</param>
    public static IssuedCredential Read(string text, string version, string command)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var said = Text(document.RootElement, "apiVersion");
            if (said != version) throw new CredentialException($"{command} answered with apiVersion '{said}', and its kubeconfig says {version}");
            return document.RootElement.TryGetProperty("status", out var status) && status.ValueKind is JsonValueKind.Object
                ? Of(status, command)
                : throw new CredentialException($"{command} answered without a status");
        }
        catch (JsonException e)
        {
            throw new CredentialException($"{command} printed no ExecCredential: not valid JSON at line {e.LineNumber + 1}");
        }
    }

    private static IssuedCredential Of(JsonElement status, string command)
    {
        var (certificate, key) = (Text(status, "clientCertificateData"), Text(status, "clientKeyData"));
        if (certificate is null != key is null) throw new CredentialException($"{command} answered with a certificate or a key, but not both");
        var token = Text(status, "token") is { } said ? IssuedCredential.Clean(said, $"the answer of {command}") : null;
        if (token is null && certificate is null) throw new CredentialException($"{command} answered with neither a token nor a certificate");
        return new(token, certificate is null ? null : Pem.Identity(certificate, key!, p => new CredentialException($"{command}: {p}")), RenewAt(status, command));
    }

    private static DateTimeOffset RenewAt(JsonElement status, string command) => Text(status, "expirationTimestamp") is not { } text ? DateTimeOffset.MaxValue
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end - s_margin
        : throw new CredentialException($"{command} answered with an expirationTimestamp that is no time");

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            && value.GetString() is { Length: > 0 } text ? text : null;
}
