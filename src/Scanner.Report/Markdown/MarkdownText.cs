using System.Buffers;
using System.Text;

namespace Scanner.Report.Markdown;

/// <summary>Foreign text in GitHub's Markdown: it shows as it is, formats nothing, links nowhere, and calls nobody.</summary>
internal static class MarkdownText
{
    /// <summary>Parts a name from what makes a mention, a reference or a link of it. A backslash would not do: GitHub looks for those after Markdown was read.</summary>
    private const string Gap = "&#8203;";

    private static readonly SearchValues<char> s_notInCode = SearchValues.Create("`|\\");

    private static readonly SearchValues<char> s_marking = SearchValues.Create("\\`*_[]|~");

    private static readonly SearchValues<char> s_shortcode = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-");

    /// <summary>Text; the words of which GitHub would make a link, a mention or an emoji are code, which it leaves alone and people can copy.</summary>
    public static string Of(string text)
    {
        var words = VisibleText.Of(text).TrimStart().Split(' ').Select(Word).ToArray();
        words[0] = NoMarker(words[0]);
        return string.Join(' ', words);
    }

    /// <summary>A name, which people copy; where it has what a code span or a table would take for its own, as text.</summary>
    public static string Code(string text)
    {
        var visible = VisibleText.Of(text).Trim();
        return visible.Length == 0 || visible.AsSpan().ContainsAny(s_notInCode) ? Escaped(visible) : $"`{visible}`";
    }

    /// <summary>What to do: a command to be copied, or a sentence.</summary>
    public static string Advice(string text) => CommandText.IsCommand(text) ? Code(text) : Of(text);

    private static string Word(string word)
    {
        var name = word.TrimEnd(',', '.', ';', ':', ')');
        return IsTaken(word) ? Code(name) + word[name.Length..] : Escaped(word);
    }

    /// <summary>A line that begins with it begins no list, and underlines no heading.</summary>
    private static string NoMarker(string word)
    {
        var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return word is ['-' or '+' or '=', ..] ? $"\\{word}" : digits > 0 && word[digits] is ('.' or ')') ? $"{word[..digits]}\\{word[digits..]}" : word;
    }

    private static string Escaped(string visible)
    {
        var escaped = new StringBuilder(visible.Length);
        for (var i = 0; i < visible.Length; i++)
            if (Replaced(visible, i) is { } replacement) escaped.Append(replacement);
            else escaped.Append(s_marking.Contains(visible[i]) ? "\\" : "").Append(visible[i]);
        return escaped.ToString();
    }

    private static bool IsTaken(string word) => Enumerable.Range(0, word.Length).Any(i => Replaced(word, i)?.Contains(Gap, StringComparison.Ordinal) is true);

    private static string? Replaced(string text, int at) => text[at] switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '$' => "&#36;",
        '@' => $"@{Gap}",
        '#' => $"\\#{Gap}",
        ':' when Follows(text, at, "//") || IsShortcode(text, at) => $":{Gap}",
        '.' when at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase) => $"{Gap}.",
        _ => null,
    };

    private static bool Follows(string text, int at, string what) => text.AsSpan(at + 1).StartsWith(what, StringComparison.Ordinal);

    /// <summary>Of an emoji, as in <c>:key:</c>.</summary>
    private static bool IsShortcode(string text, int at)
    {
        var end = text.IndexOf(':', at + 1);
        return end > at + 1 && text.AsSpan(at + 1, end - at - 1).IndexOfAnyExcept(s_shortcode) < 0;
    }
}
