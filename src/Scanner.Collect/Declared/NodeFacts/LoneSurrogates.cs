using System.Globalization;

namespace Scanner.Collect.Declared.NodeFacts;

/// <summary>Finds escapes in JSON text that name half a character: JSON lets them pass, and no text can hold them.</summary>
internal static class LoneSurrogates
{
    /// <summary>Where the first one is; -1 where there is none.</summary>
    public static int IndexIn(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != '\\') continue;
            var start = i++;
            if (text[i] != 'u' || Code(text, i + 1) is not { } code || !char.IsSurrogate(code)) continue;
            if (char.IsLowSurrogate(code) || !IsLow(text, start + 6)) return start;
            i = start + 11;
        }
        return -1;
    }

    private static bool IsLow(string text, int start) =>
        start + 6 <= text.Length && text[start] == '\\' && text[start + 1] == 'u' && Code(text, start + 2) is { } code && char.IsLowSurrogate(code);

    private static char? Code(string text, int start) =>
        start + 4 <= text.Length && ushort.TryParse(text.AsSpan(start, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? (char)code : null;
}
