using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes;

/// <summary>Why a call to an API server brought nothing, in the words that gaps have.</summary>
internal static class KubernetesRefusal
{
    private const string NewCredentials = "with valid credentials (log in again, or renew the token)";

    /// <summary>Errors of the world outside; anything else is a fault of this program and is not caught.</summary>
    public static bool IsOutside(Exception e) => e is KubernetesStatusException or CredentialException or ServerCertificateException or HttpRequestException
        or IOException or SocketException or AuthenticationException or OperationCanceledException or TimeoutException or JsonException or AbsentFieldException;

    /// <summary>Whether the same call may well succeed a moment later.</summary>
    public static bool IsPassing(Exception e) => e switch
    {
        KubernetesStatusException status => status.Code is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
        HttpRequestException => e.GetBaseException() is not (ServerCertificateException or AuthenticationException),
        IOException => true,
        _ => false,
    };

    /// <param name="e">What was thrown.</param>
    /// <param name="action">What was asked, e.g. <c>list pods</c>.</param>
    /// <param name="reach">Where, e.g. <c>cluster-wide</c>.</param>
    /// <param name="server">Who was asked.</param>
    public static Refusal Of(Exception e, string action, string reach, Uri server) => e switch
    {
        KubernetesStatusException status => OfStatus(status, action, reach),
        CredentialException => new(GapCause.Denied, e.Message, new(RemedyKind.Retry, NewCredentials)),
        OperationCanceledException or TimeoutException => Failed($"{server.Authority} gave no answer in time", $"{action} did not answer in time"),
        AbsentFieldException => new(GapCause.Unsupported, OneLine.Of($"{action} answered without a usable {e.Message}"),
            new(RemedyKind.Flag, "use a newer scanner, or report what it saw")),
        JsonException => Failed($"the answer cannot be read: {e.Message}", $"{action} gave an unreadable answer"),
        _ when e.GetBaseException() is ServerCertificateException certificate => Failed($"{server.Authority}: {certificate.Message}", "with a server that can be trusted"),
        _ => Failed($"{server.Authority} cannot be reached: {e.GetBaseException().Message}", $"{action} could not be asked"),
    };

    private static Refusal OfStatus(KubernetesStatusException e, string action, string reach) => e.Code switch
    {
        HttpStatusCode.TooManyRequests => new(GapCause.Throttled, e.Message, new(RemedyKind.Retry, "later, or with more time")),
        HttpStatusCode.Unauthorized => new(GapCause.Denied, e.Message, new(RemedyKind.Retry, NewCredentials)),
        HttpStatusCode.Forbidden => new(GapCause.Denied, e.Message, new(RemedyKind.Permission, $"{action} ({reach})")),
        _ => Failed(e.Message, $"{action} failed"),
    };

    private static Refusal Failed(string detail, string what) => new(GapCause.Failed, OneLine.Of(detail), new(RemedyKind.Retry, what));
}
