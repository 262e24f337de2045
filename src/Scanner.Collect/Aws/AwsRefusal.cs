using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>Why a call to AWS brought nothing, in the words that gaps have.</summary>
internal static class AwsRefusal
{
    /// <summary>Errors of the world outside; anything else is a fault of this program and is not caught.</summary>
    public static bool IsOutside(Exception e) => e is AmazonServiceException or AmazonClientException or HttpRequestException or IOException
        or SocketException or OperationCanceledException or TimeoutException or XmlException or JsonException;

    /// <param name="e">What was thrown.</param>
    /// <param name="action">What was asked.</param>
    /// <param name="source">Where the caller's credentials come from; null where that is not known.</param>
    /// <param name="time">The clock, which may be why.</param>
    public static Refusal Of(Exception e, string action, CredentialSource? source = null, TimeProvider? time = null) => e switch
    {
        AwsCredentialException known => known.Refusal,
        AmazonUnmarshallingException => Unreadable(e, action),
        RoleException role => role.Refusal,
        AmazonServiceException service => ClockSkew.Of(service, time ?? TimeProvider.System) ?? OfService(service, action, source ?? CredentialSource.Unknown),
        _ when RefusalCodes.SaysThatThereAreNone(e.Message) => CredentialRefusal.None,
        AmazonClientException when RefusalCodes.SpeaksOfCredentials(e.Message) => Credentials(SaidText.Of(e.Message), source ?? CredentialSource.Unknown),
        OperationCanceledException or TimeoutException => Failed("no answer in time", $"{action} did not answer in time"),
        XmlException or JsonException => Unreadable(e, action),
        _ => Failed(SaidText.Of(Innermost(e)), $"{action} could not be reached"),
    };

    private static Refusal OfService(AmazonServiceException e, string action, CredentialSource source)
    {
        var code = e.ErrorCode ?? "";
        var detail = OneLine.Of(code.Length == 0 ? SaidText.Of(e.Message) : $"{code}: {SaidText.Of(e.Message)}");
        if (RefusalCodes.IsThrottling(code) || e.StatusCode is HttpStatusCode.TooManyRequests || e.Retryable is { Throttling: true })
            return new(GapCause.Throttled, detail, new(RemedyKind.Retry, "later, or with more time"));
        if (RefusalCodes.IsCredentials(code)) return Credentials(detail, source);
        if (RefusalCodes.IsDenied(code) || e.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
            return new(GapCause.Denied, detail, new(RemedyKind.Permission, action));
        return e.StatusCode is 0 ? Failed(SaidText.Of(Innermost(e)), $"{action} could not be reached") : Failed(detail, $"{action} failed");
    }

    private static Refusal Credentials(string detail, CredentialSource source) => new(GapCause.Denied, detail, source.Renewal);

    private static Refusal Unreadable(Exception e, string action) =>
        Failed(SaidText.Of($"the answer cannot be read: {Innermost(e)}"), $"{action} gave an unreadable answer");

    private static Refusal Failed(string detail, string what) => new(GapCause.Failed, detail, new(RemedyKind.Retry, what));

    private static string Innermost(Exception e)
    {
        while (e.InnerException is { } inner) e = inner;
        return e.Message;
    }
}
