using System.Buffers;
using System.Text;

namespace Scanner.Cli.RuleDocs;

/// <summary>Text that Markdown shows as it is, on one line.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> s_special = SearchValues.Create(@"\[]`<>*_~|#");

    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in Model.OneLine.Of(text)) escaped.Append(s_special.Contains(c) ? "\\" : "").Append(c);
        return escaped.ToString();
    }
}
