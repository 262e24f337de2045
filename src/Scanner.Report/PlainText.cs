using System.Globalization;
using System.Text;

namespace Scanner.Report;

/// <summary>Foreign text, made harmless: nothing in it moves a cursor, hides or reorders what is beside it, or starts a new line.</summary>
public static class PlainText
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // a lone surrogate arrives as U+FFFD
            plain.Append((Rune.IsWhiteSpace(rune) ? new Rune(' ') : IsHarmless(rune) ? rune : Rune.ReplacementChar).ToString());
        return plain.ToString();
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
