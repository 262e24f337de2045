using System.Text.RegularExpressions;
using Scanner.Collect.Workbench;

namespace Scanner.Collect.Declared;

/// <summary>A line of a user's file as reports may show it: short, and without what may be secret.</summary>
internal static partial class Snippet
{
    private const string Hidden = "***";

    private const int Longest = 120;

    /// <summary>Of a longer line, which may be the whole file, only the beginning is looked at: no more than a small part of that is shown.</summary>
    private const int Regarded = 4000;

    // key: value, key = value, "key": "value", with or without a dash or quotes
    [GeneratedRegex("""^(?<before>\s*(?:-\s+)?["']?(?<key>[\w./@-]+)["']?\s*[:=]\s*)(?<value>.*)$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry { get; }

    // what an open text, an open quote or the value of the line below comes after
    [GeneratedRegex("""^([|>][-+0-9]*|["'][^"']*)?\s*$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Open { get; }

    /// <param name="lines">The file's lines.</param>
    /// <param name="number">The line, from 1.</param>
    public static string Of(DeclaredLines lines, int number) => IsWithinSecret(lines, number) ? Hidden : Of(lines[number]);

    public static string Of(string line)
    {
        if (line.Length > Regarded) line = line[..Regarded];
        var entry = Entry.Match(line);
        if (!entry.Success) return SecretValue.IsIn(line) ? Hidden : Short(WithoutWord(line.Trim()));
        var (key, value) = (entry.Groups["key"].Value, entry.Groups["value"].Value.Trim());
        return Short((entry.Groups["before"].Value + (value.Length == 0 || !IsSecret(key, value) ? value : Hidden)).Trim());
    }

    /// <summary>Whether the line goes on with the value of a key above it that may be secret, or with a text that nobody knows.</summary>
    private static bool IsWithinSecret(DeclaredLines lines, int number)
    {
        var indent = Math.Max(lines.Indent(number), 0);
        for (var i = number - 1; i >= 1 && i > number - 200; i--)
        {
            if (lines.Indent(i) is DeclaredLines.Blank || lines.Indent(i) > indent) continue;
            // of what stands beside it, only the key of its list is above it
            if (lines.Indent(i) == indent && !(lines.IsElement(number) && !lines.IsElement(i))) continue;
            var above = Entry.Match(lines[i]);
            if (!above.Success) continue;
            var (key, value) = (above.Groups["key"].Value, above.Groups["value"].Value);
            if (Open.IsMatch(value) && (value.Length > 0 || !Entry.IsMatch(lines[number])) && (value.Length > 0 || IsSecret(key, "x"))) return true;
            if (lines.Indent(i) < indent) indent = lines.Indent(i);
            if (indent == 0) return false;
        }
        return false;
    }

    /// <summary>A line that lacks its sign may name a secret and hold it.</summary>
    private static string WithoutWord(string line) => line.Split(' ', 2) is [var word, var rest] && rest.Length > 0 && IsSecret(word.Trim('-', '"', '\''), rest) ? $"{word} {Hidden}" : line;

    private static bool IsSecret(string key, string value) => SecretNames.Has(key) || SecretValue.IsIn(value) || SecretValue.Harmless(key, value) == SecretValue.NotKept;

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}
