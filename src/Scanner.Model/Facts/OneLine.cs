using System.Text;

namespace Scanner.Model;

/// <summary>Foreign text, made safe for one line: no line breaks, no control characters, bounded length.</summary>
internal static class OneLine
{
    private const int Longest = 300;

    public static string Of(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var c in text)
        {
            if (line.Length >= Longest) return line.Append('…').ToString();
            if (!char.IsWhiteSpace(c)) line.Append(char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format ? '\uFFFD' : c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        return line.ToString().TrimEnd();
    }
}
