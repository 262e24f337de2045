using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.SSO;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>Why there are no credentials, from what the SDK's providers throw, which is of many types and often wrapped.</summary>
internal static class CredentialRefusal
{
    /// <summary>Nobody set up any, or not so that the SDK takes them.</summary>
    public static Refusal None => AwsProfiles.Malformed(AwsProfiles.Ambient) ?? new(GapCause.Denied, "no credentials: neither in the environment, nor of a profile, nor of a container or instance role",
        new(RemedyKind.Flag, "set AWS_PROFILE or give --aws-profile NAME, log in with aws sso login, or scan where a role is attached"));

    public static Refusal Of(Exception e, CredentialSource source) =>
        Causes(e).Select(cause => Known(cause, e, source)).OfType<Refusal>().FirstOrDefault() ?? new(GapCause.Denied, Said(source.Name, e.GetBaseException().Message), source.Renewal);

    private static Refusal? Known(Exception cause, Exception outer, CredentialSource source) => cause switch
    {
        AwsCredentialException known => known.Refusal,
        RoleException role => role.Refusal,
        ProcessAWSCredentialException => new(GapCause.Denied, Said($"{source.Name} failed", cause.Message), source.Renewal),
        AmazonSSOException { StatusCode: HttpStatusCode.Forbidden } sso => new(GapCause.Denied, Said($"{source.Name}: its account or role is not yours", sso.Message), new(RemedyKind.Flag, "name a profile whose account and role your SSO user has (aws configure list-profiles)")),
        AmazonSSOException { StatusCode: HttpStatusCode.Unauthorized } => new(GapCause.Denied, $"{source.Name} has expired", source.Renewal),
        AmazonServiceException service when IsAssuming(outer) && RefusalCodes.IsDenied(service.ErrorCode ?? "") => Assuming(service, outer, source),
        AmazonServiceException service => AwsRefusal.Of(service, "sts:AssumeRole", source),
        FileNotFoundException or DirectoryNotFoundException => new(GapCause.Denied, OneLine.Of($"{source.Name}: its token file does not exist"), source.Renewal),
        IOException or UnauthorizedAccessException when IsWebIdentity(outer) => new(GapCause.Denied, Said($"{source.Name}: its token file cannot be read", cause.Message), source.Renewal),
        HttpRequestException or SocketException or WebException or IOException or TimeoutException or OperationCanceledException => Unreachable(cause, source),
        _ when cause.Message.Contains("SSO", StringComparison.Ordinal) => new(GapCause.Denied, $"{source.Name} is missing or has expired", source.Renewal),
        _ when cause.Message.Contains("Mfa", StringComparison.OrdinalIgnoreCase) => new(GapCause.Denied, $"{source.Name} asks for an MFA code, and a scan asks nobody",
            new(RemedyKind.Flag, "let the AWS CLI ask: eval \"$(aws configure export-credentials --format env --profile NAME)\", and scan without a profile")),
        _ => null,
    };

    private static Refusal Assuming(AmazonServiceException e, Exception outer, CredentialSource source) =>
        new(GapCause.Denied, Said($"{source.Name}: {e.ErrorCode}", e.Message), new(RemedyKind.Permission, $"sts:AssumeRole on {outer.Message.Split(' ')[^1].TrimEnd('.')}"));

    private static Refusal Unreachable(Exception e, CredentialSource source) =>
        new(GapCause.Failed, Said(source.Name, e is TimeoutException or OperationCanceledException ? "no answer in time" : e.GetBaseException().Message), new(RemedyKind.Retry, "when whoever issues the credentials can be reached"));

    private static bool IsAssuming(Exception e) => e.Message.StartsWith("Error calling AssumeRole ", StringComparison.Ordinal);

    private static bool IsWebIdentity(Exception e) => e.Message.Contains("WebIdentityTokenFile", StringComparison.Ordinal);

    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (Exception? cause = e; cause is not null; cause = cause.InnerException) yield return cause;
    }

    /// <summary>Only what others said may hold a secret.</summary>
    private static string Said(string ours, string theirs) => OneLine.Of($"{ours}: {SaidText.Of(theirs)}");
}
