using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>AWS refuses what was signed with a clock that is off by more than five minutes.</summary>
internal static class ClockSkew
{
    private static readonly Remedy s_remedy = new(RemedyKind.Flag, "set the clock of this machine, and scan again");

    /// <summary>The refusal of such a request; null where this is another one.</summary>
    public static Refusal? Of(AmazonServiceException e, TimeProvider time) =>
        IsSkew(e.ErrorCode ?? "", e.Message) ? new(GapCause.Denied, OneLine.Of($"the clock of this machine is {Off(e, time)} ({e.ErrorCode}: {SaidText.Of(e.Message)})"), s_remedy) : null;

    private static bool IsSkew(string code, string message) => code is "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture"
        || (RefusalCodes.IsCredentials(code) && (message.StartsWith("Signature expired", StringComparison.Ordinal) || message.StartsWith("Signature not yet current", StringComparison.Ordinal)));

    /// <summary>How far, where the answer is dated.</summary>
    private static string Off(AmazonServiceException e, TimeProvider time)
    {
        var dated = (e.InnerException as HttpErrorResponseException)?.Response?.GetHeaderValue("Date");
        if (!DateTimeOffset.TryParse(dated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var there)) return "off";
        var ahead = time.GetUtcNow() - there;
        return ahead.Duration() < TimeSpan.FromMinutes(1) ? "off" : $"{Words(ahead.Duration())} {(ahead > TimeSpan.Zero ? "ahead" : "behind")}";
    }

    private static string Words(TimeSpan off) => off.TotalHours >= 2
        ? string.Create(CultureInfo.InvariantCulture, $"{off.TotalHours:0} hours")
        : string.Create(CultureInfo.InvariantCulture, $"{off.TotalMinutes:0} minutes");
}
