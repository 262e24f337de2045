using System.Globalization;

namespace Scanner.Model;

/// <summary>Amounts as Kubernetes writes them: <c>500m</c>, <c>16</c>, <c>61952612Ki</c>, <c>2Ti</c>.</summary>
public static class Quantity
{
    private static readonly (string Suffix, double Factor)[] s_suffixes =
    [
        ("Ki", 1024d), ("Mi", 1048576d), ("Gi", 1073741824d), ("Ti", 1099511627776d), ("Pi", 1125899906842624d),
        ("m", 0.001), ("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12), ("P", 1e15),
    ];

    /// <summary>The amount in CPUs or bytes; null where the text is none.</summary>
    public static double? Parse(string text)
    {
        var (suffix, factor) = Array.Find(s_suffixes, s => text.EndsWith(s.Suffix, StringComparison.Ordinal));
        var number = suffix is null ? text : text[..^suffix.Length];
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value * (suffix is null ? 1 : factor) : null;
    }

    /// <summary>An amount of memory in GiB; null where the text is none.</summary>
    public static double? GiB(string text) => Parse(text) / 1073741824d;
}
