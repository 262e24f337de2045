using System.Globalization;

namespace Scanner.AwsSdk;

/// <summary>Scalars as the services write them; null when the text is not one.</summary>
internal static class AwsScalar
{
    private const double LatestSecond = 253402300799; // 9999-12-31T23:59:59Z

    public static bool? Bool(string text) => bool.TryParse(text, out var value) ? value : null;

    public static int? Int(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static long? Long(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static float? Float(string text) => (float?)Double(text);

    public static double? Double(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>ISO 8601 in XML, seconds since 1970 in JSON; always UTC.</summary>
    public static DateTime? Time(string text)
    {
        if (Double(text) is { } seconds)
            return seconds is >= 0 and <= LatestSecond ? DateTime.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000)) : null;
        var styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, styles, out var value) ? value : null;
    }

    public static MemoryStream? Blob(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? new MemoryStream(bytes, 0, length) : null;
    }
}
