namespace Scanner.Report.Sarif;

/// <summary>Names as SARIF wants them.</summary>
internal static class SarifName
{
    /// <summary><c>elb-sticky-sessions</c> as <c>ElbStickySessions</c>.</summary>
    public static string Pascal(string text)
    {
        var words = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "Unnamed" : string.Concat(words.Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
    }

    /// <summary>A part of a category: letters, digits, dots, underscores and dashes.</summary>
    public static string Part(string text) =>
        text.Length == 0 ? "none" : string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-'));
}
