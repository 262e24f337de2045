using System.Text.RegularExpressions;
using Scanner.Collect.Workbench;

namespace Scanner.Collect.Declared;

/// <summary>A line of a user's file as reports may show it: short, and without what may be secret.</summary>
internal static partial class Snippet
{
    private const int Longest = 120;

    // key: value, key = value, "key": "value", with or without a dash or quotes
    [GeneratedRegex("""^(?<before>\s*(?:-\s+)?["']?(?<key>[\w./@-]+)["']?\s*[:=]\s*)(?<value>.+)$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry { get; }

    public static string Of(string line)
    {
        var entry = Entry.Match(line);
        if (!entry.Success) return SecretValue.IsIn(line) ? "***" : Short(line.Trim());
        var (key, value) = (entry.Groups["key"].Value, entry.Groups["value"].Value.Trim());
        var kept = SecretNames.Has(key) || SecretValue.IsIn(value) || SecretValue.Harmless(key, value) == SecretValue.NotKept ? "***" : value;
        return Short((entry.Groups["before"].Value + kept).Trim());
    }

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}
