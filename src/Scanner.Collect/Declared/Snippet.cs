using System.Text.RegularExpressions;
using Scanner.Collect.Workbench;

namespace Scanner.Collect.Declared;

/// <summary>A line of a user's file as reports may show it: short, and without what may be secret.</summary>
internal static partial class Snippet
{
    private const string Hidden = "***";

    private const int Longest = 120;

    // key: value, key = value, "key": "value", with or without a dash or quotes
    [GeneratedRegex("""^(?<before>\s*(?:-\s+)?["']?(?<key>[\w./@-]+)["']?\s*[:=]\s*)(?<value>.*)$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry { get; }

    // what an open text, an open quote or the value of the line below comes after
    [GeneratedRegex("""^([|>][-+0-9]*|["'][^"']*)?\s*$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Open { get; }

    /// <param name="lines">The file's lines.</param>
    /// <param name="number">The line, from 1.</param>
    public static string Of(IReadOnlyList<string> lines, int number)
    {
        if (number < 1 || number > lines.Count) return "";
        var line = lines[number - 1].TrimEnd('\r');
        return IsWithinSecret(lines, number - 1) ? Hidden : Of(line);
    }

    public static string Of(string line)
    {
        var entry = Entry.Match(line);
        if (!entry.Success) return SecretValue.IsIn(line) ? Hidden : Short(WithoutWord(line.Trim()));
        var (key, value) = (entry.Groups["key"].Value, entry.Groups["value"].Value.Trim());
        return Short((entry.Groups["before"].Value + (value.Length == 0 || !IsSecret(key, value) ? value : Hidden)).Trim());
    }

    /// <summary>Whether the line goes on with the value of a key above it that may be secret, or with a text that nobody knows.</summary>
    private static bool IsWithinSecret(IReadOnlyList<string> lines, int index)
    {
        var indent = Indent(lines[index]);
        for (var i = index - 1; i >= 0 && i > index - 200; i--)
        {
            if (lines[i].Trim().Length == 0 || Indent(lines[i]) > indent) continue;
            // of what stands beside it, only the key of its list is above it
            if (Indent(lines[i]) == indent && !(lines[index].TrimStart().StartsWith('-') && !lines[i].TrimStart().StartsWith('-'))) continue;
            var above = Entry.Match(lines[i].TrimEnd('\r'));
            if (!above.Success) continue;
            var (key, value) = (above.Groups["key"].Value, above.Groups["value"].Value);
            if (Open.IsMatch(value) && (value.Length > 0 || !Entry.IsMatch(lines[index])) && (value.Length > 0 || IsSecret(key, "x"))) return true;
            if (Indent(lines[i]) < indent) indent = Indent(lines[i]);
            if (indent == 0) return false;
        }
        return false;
    }

    /// <summary>A line that lacks its sign may name a secret and hold it.</summary>
    private static string WithoutWord(string line) => line.Split(' ', 2) is [var word, var rest] && rest.Length > 0 && IsSecret(word.Trim('-', '"', '\''), rest) ? $"{word} {Hidden}" : line;

    private static bool IsSecret(string key, string value) => SecretNames.Has(key) || SecretValue.IsIn(value) || SecretValue.Harmless(key, value) == SecretValue.NotKept;

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}
