using System.Globalization;
using System.Text.RegularExpressions;
using Scanner.Collect.Yaml;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>What a scalar means to Kubernetes and Helm, which both read YAML 1.1 and make JSON of it.</summary>
internal static partial class YamlScalars
{
    private static readonly HashSet<string> s_null = new(["", "~", "null", "Null", "NULL"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_on = new(["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_off = new(["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"], StringComparer.Ordinal);

    [GeneratedRegex("^[-+]?(?<digits>0|[1-9][0-9_]*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Decimal { get; }

    [GeneratedRegex("^(?<sign>[-+]?)0(?<form>[xX]|[bB]|[oO]?)(?<digits>[0-9A-Fa-f_]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Based { get; }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Float { get; }

    /// <summary>Text that something else fills in before it reaches the cluster: a template's action, or a variable.</summary>
    [GeneratedRegex(@"\{\{|\$\{", RegexOptions.CultureInvariant)]
    private static partial Regex Later { get; }

    public static bool IsFilledIn(string text) => Later.IsMatch(text);

    public static DeclaredValue Read(YamlPlace scalar, Origin origin)
    {
        var (tag, text) = (scalar.Node.Tag, scalar.Scalar ?? "");
        if (!tag.IsEmpty && tag.IsLocal) return DeclaredValue.OpenAt(origin);
        var isText = scalar.IsQuoted || (!tag.IsEmpty && tag.Value.EndsWith(":str", StringComparison.Ordinal));
        if (isText && (tag.IsEmpty || tag.IsNonSpecific || !tag.Value.EndsWith(":int", StringComparison.Ordinal))) return DeclaredValue.Text(text, origin);
        return s_null.Contains(text) ? DeclaredValue.Null(origin)
            : s_on.Contains(text) ? DeclaredValue.Flag(true, origin)
            : s_off.Contains(text) ? DeclaredValue.Flag(false, origin)
            : Number(text) is { } number ? DeclaredValue.Number(number, origin)
            : DeclaredValue.Text(text, origin);
    }

    /// <summary>The number as JSON writes it; null where it is none.</summary>
    private static string? Number(string text)
    {
        if (Decimal.IsMatch(text)) return text.TrimStart('+').Replace("_", "", StringComparison.Ordinal);
        if (Based.Match(text) is { Success: true } based && Integer(based) is { } integer) return integer;
        return Float.IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number.ToString("R", CultureInfo.InvariantCulture) : null;
    }

    private static string? Integer(Match match)
    {
        var radix = match.Groups["form"].Value.ToUpperInvariant() switch { "X" => 16, "B" => 2, _ => 8 };
        var value = 0L;
        foreach (var digit in match.Groups["digits"].Value.Where(c => c != '_'))
        {
            var worth = char.IsAsciiDigit(digit) ? digit - '0' : char.ToUpperInvariant(digit) - 'A' + 10;
            if (worth >= radix || value > (long.MaxValue - worth) / radix) return null;
            value = (value * radix) + worth;
        }
        return (match.Groups["sign"].Value == "-" ? -value : value).ToString(CultureInfo.InvariantCulture);
    }
}
