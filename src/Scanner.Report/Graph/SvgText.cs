using System.Text;

namespace Scanner.Report.Graph;

/// <summary>Names as text in SVG: nothing in them is markup.</summary>
internal static class SvgText
{
    public static string Escape(string text) => PlainText.Of(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>No more than so many characters; whole ones.</summary>
    public static string Cut(string text, int most)
    {
        var runes = text.EnumerateRunes().ToList();
        return runes.Count <= most ? text : string.Concat(runes.Take(most - 1)) + "…";
    }

    /// <summary>Lines of at most so many characters.</summary>
    public static IEnumerable<string> Wrap(string text, int most)
    {
        var line = new StringBuilder();
        foreach (var word in PlainText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Cut(w, most)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > most)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        yield return line.ToString();
    }
}
