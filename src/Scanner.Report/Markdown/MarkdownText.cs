using System.Buffers;
using System.Text;
using Scanner.Model;

namespace Scanner.Report.Markdown;

/// <summary>Foreign text in GitHub's Markdown: it shows as it is, formats nothing, links nowhere, and calls nobody.</summary>
internal static class MarkdownText
{
    /// <summary>Parts a name from what makes a mention, a reference or a link of it. A backslash would not do: GitHub looks for those after Markdown was read.</summary>
    private const string Gap = "&#8203;";

    private static readonly SearchValues<char> s_notInCode = SearchValues.Create("`|\\");

    private static readonly SearchValues<char> s_marking = SearchValues.Create("\\`*_[]|~");

    public static string Of(string text)
    {
        var (visible, escaped) = (VisibleText.Of(text), new StringBuilder(text.Length));
        for (var i = 0; i < visible.Length; i++)
            if (Replaced(visible, i) is { } replacement) escaped.Append(replacement);
            else escaped.Append(s_marking.Contains(visible[i]) ? "\\" : "").Append(visible[i]);
        return escaped.ToString();
    }

    /// <summary>A name, which people copy; where it has what a code span or a table would take for its own, as text.</summary>
    public static string Code(string text)
    {
        var visible = VisibleText.Of(text).Trim();
        return visible.Length == 0 || visible.AsSpan().ContainsAny(s_notInCode) ? Of(text) : $"`{visible}`";
    }

    /// <summary>A sentence, with the values in it that are names rather than words as code.</summary>
    public static string Of(Message message)
    {
        var parts = message.Arguments.Select(a => (object)(IsName(a) ? Code(a) : Of(a))).ToArray();
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, Of(message.Template), parts);
    }

    /// <summary>What has a digit and a sign in it, as ids and addresses do, and no space.</summary>
    private static bool IsName(string value) => !value.Contains(' ', StringComparison.Ordinal) && value.Any(char.IsAsciiDigit) && value.Any(c => c is '-' or ':' or '/' or '_');

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

    private static readonly SearchValues<char> s_shortcode = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-");
}
