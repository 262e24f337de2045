using System.Buffers;
using System.Text;

namespace Scanner.Report.Sarif;

/// <summary>Text for SARIF messages, where brackets make links, and for Markdown, where more does.</summary>
internal static class SarifEscape
{
    private static readonly SearchValues<char> s_message = SearchValues.Create(@"\[]");
    private static readonly SearchValues<char> s_markdown = SearchValues.Create(@"\[]`<>*_~|#");

    /// <summary>For a plain text message: <c>[text](target)</c> in foreign text is no link.</summary>
    public static string Message(string text) => Escaped(text, s_message);

    /// <summary>For Markdown: foreign text shows as it is, on one line.</summary>
    public static string Markdown(string text) => Escaped(text, s_markdown);

    /// <summary>With a period at its end, as SARIF wants every message.</summary>
    public static string Sentence(string text) => text.TrimEnd(' ', '.') + ".";

    private static string Escaped(string text, SearchValues<char> special)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in PlainText.Of(text)) escaped.Append(special.Contains(c) ? "\\" : "").Append(c);
        return escaped.ToString();
    }
}
