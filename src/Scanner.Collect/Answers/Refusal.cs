using Scanner.Model;

namespace Scanner.Collect;

/// <summary>Why a call brought nothing: the cause, the service's own words on one line, and what would help.</summary>
internal sealed record Refusal(GapCause Cause, string Detail, Remedy Remedy)
{
    public static readonly Refusal RepeatedToken =
        new(GapCause.Failed, "the service repeats a page token, so the listing would never end", new(RemedyKind.Retry, "the service repeated a page token"));

    /// <summary>The deadline came; what happened last tells why.</summary>
    public static Refusal TimeIsUp(Refusal? last) => last is null
        ? new(GapCause.Failed, "the scan's time was up before an answer came", new(RemedyKind.Retry, "with more time"))
        : new(last.Cause, OneLine.Of($"{last.Detail}; still so when the scan's time was up"), new(RemedyKind.Retry, "with more time, or when others ask less"));
}
