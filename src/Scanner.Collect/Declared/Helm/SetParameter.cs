using System.Globalization;
using System.Text.RegularExpressions;
using Scanner.Collect.Declared.Kubernetes;

namespace Scanner.Collect.Declared.Helm;

/// <summary>A single value, as <c>helm --set</c> has it: a path with dots between its keys, and a text that may mean a number or a switch.</summary>
internal static partial class SetParameter
{
    // a dot of a key itself has a backslash before it
    [GeneratedRegex(@"(?<!\\)\.", RegexOptions.CultureInvariant)]
    private static partial Regex Dot { get; }

    public static DeclaredValue Over(DeclaredValue values, DeclaredValue parameter)
    {
        if (parameter.TextAt("name") is not { } name) return values;
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        var keys = Dot.Split(bracket < 0 ? name : name[..bracket]).Select(k => k.Replace("\\.", ".", StringComparison.Ordinal)).ToArray();
        // what becomes of one element of a list is not made out here
        return ValuesMerge.Over(values, Nested(keys, bracket < 0 ? Value(parameter) : DeclaredValue.OpenAt(parameter["name"]!.Origin)));
    }

    private static DeclaredValue Nested(ReadOnlySpan<string> keys, DeclaredValue value) =>
        keys.Length == 0 ? value : DeclaredValue.Map((keys[0], Nested(keys[1..], value)));

    private static DeclaredValue Value(DeclaredValue parameter)
    {
        if (parameter["value"] is not { IsText: true, Raw: var text, Origin: var origin }) return parameter["value"] is { IsNull: false } other ? other : DeclaredValue.Text("");
        if (parameter["forceString"] is { Kind: System.Text.Json.JsonValueKind.True }) return DeclaredValue.Text(text, origin);
        return text switch
        {
            "true" => DeclaredValue.Flag(true, origin),
            "false" => DeclaredValue.Flag(false, origin),
            "null" => DeclaredValue.Null(origin),
            _ when text.StartsWith('{') => DeclaredValue.OpenAt(origin), // a list
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && (text == "0" || !text.StartsWith('0')) => DeclaredValue.Number(number.ToString(CultureInfo.InvariantCulture), origin),
            _ => DeclaredValue.Text(text, origin),
        };
    }
}
