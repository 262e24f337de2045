using System.Net;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes;

/// <summary>The API server answered, and not with what was asked for.</summary>
internal sealed class KubernetesStatusException(HttpStatusCode code, string? reason, string message) : Exception(OneLine.Of(message))
{
    public HttpStatusCode Code => code;

    /// <summary>The reason in the server's own Status, such as <c>Forbidden</c>; null where it sent none.</summary>
    public string? Reason => reason;

    /// <summary>When the server wants to be asked again; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>With what the rest of a list can be read, though not as of the moment of the pages before; null where the server gives none.</summary>
    public string? Continue { get; init; }
}
