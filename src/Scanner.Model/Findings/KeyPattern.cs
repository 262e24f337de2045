namespace Scanner.Model.Findings;

/// <summary>Keys with <c>*</c> for any text.</summary>
internal static class KeyPattern
{
    /// <remarks>Without backtracking beyond the last star, so that no pattern takes long.</remarks>
    public static bool Matches(string pattern, string text)
    {
        var (p, t, star, from) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, from, p) = (p, t, p + 1);
            else if (p < pattern.Length && pattern[p] == text[t]) (p, t) = (p + 1, t + 1);
            else if (star >= 0) (p, t, from) = (star + 1, from + 1, from + 1);
            else return false;
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
