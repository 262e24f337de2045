using System.Globalization;
using System.Text;

namespace Scanner.Report;

/// <summary>Foreign text in which a reader sees what would otherwise hide, reorder or break lines: such characters are shown by their number.</summary>
/// <remarks>Whatever it gives may stand in XML 1.0.</remarks>
internal static class VisibleText
{
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return text;
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // a lone surrogate arrives as U+FFFD
            if (IsPlain(rune)) visible.Append(rune.ToString());
            else if (rune.Value is '\t' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator) visible.Append(' ');
            else visible.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩");
        return visible.ToString();
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
