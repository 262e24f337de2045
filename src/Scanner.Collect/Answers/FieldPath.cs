using System.Text.RegularExpressions;

namespace Scanner.Collect;

/// <summary>The field that an expression of a collector reads, as messages name it: <c>i => i.State?.Name</c> reads State.Name.</summary>
internal static partial class FieldPath
{
    [GeneratedRegex(@"\b[a-z]\w*(?:[?!]?\.(?<name>[A-Z]\w*)(?!\())+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Chain { get; }

    public static string Of(string expression)
    {
        var body = expression[(expression.IndexOf("=>", StringComparison.Ordinal) is var arrow && arrow < 0 ? 0 : arrow + 2)..];
        var names = Chain.Match(body).Groups["name"].Captures.Select(c => c.Value).ToList();
        if (names is [.., "Value"]) names.RemoveAt(names.Count - 1);
        return names.Count == 0 ? body.Trim().Trim('"') : string.Join('.', names);
    }
}
