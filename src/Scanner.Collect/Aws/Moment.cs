namespace Scanner.Collect.Aws;

/// <summary>Times in answers, which the SDK gives without saying that they are UTC, or in local time.</summary>
internal static class Moment
{
    public static DateTimeOffset? Of(DateTime? time) => time switch
    {
        null => null,
        { Kind: DateTimeKind.Local } local => new DateTimeOffset(local).ToUniversalTime(),
        { } utc => new DateTimeOffset(utc.Ticks, TimeSpan.Zero),
    };
}
