using System.Globalization;

namespace Scanner.Collect.Aws;

/// <summary>Times in answers, which the SDK gives without saying that they are UTC, in local time, or as text.</summary>
internal static class Moment
{
    public static DateTimeOffset? Of(DateTime? time) => time switch
    {
        null => null,
        { Kind: DateTimeKind.Local } local => new DateTimeOffset(local).ToUniversalTime(),
        { } utc => new DateTimeOffset(utc.Ticks, TimeSpan.Zero),
    };

    /// <summary>A time that was written in text; null for none, and for what is no time.</summary>
    public static DateTimeOffset? Of(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
