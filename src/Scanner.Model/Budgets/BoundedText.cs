namespace Scanner.Model.Budgets;

/// <summary>The operations on texts whose cost grows with both texts: compiled rules call these in place of those of string.</summary>
public static class BoundedText
{
    /// <summary>The text, of which something will be asked or made.</summary>
    public static string Weighed(this string text)
    {
        Budget.Add(text.Length >> 1);
        return text;
    }

    public static bool ContainsBounded(this string text, string value) => text.Searched(value).Contains(value, StringComparison.Ordinal);

    public static bool ContainsBounded(this string text, string value, StringComparison comparison) => text.Searched(value).Contains(value, comparison);

    public static int IndexOfBounded(this string text, string value) => text.Searched(value).IndexOf(value, StringComparison.CurrentCulture);

    public static int IndexOfBounded(this string text, string value, int start) => text.Searched(value).IndexOf(value, start, StringComparison.CurrentCulture);

    public static int IndexOfBounded(this string text, string value, int start, int count) => text.Searched(value).IndexOf(value, start, count, StringComparison.CurrentCulture);

    public static int IndexOfBounded(this string text, string value, StringComparison comparison) => text.Searched(value).IndexOf(value, comparison);

    public static int IndexOfBounded(this string text, string value, int start, StringComparison comparison) => text.Searched(value).IndexOf(value, start, comparison);

    public static int IndexOfBounded(this string text, string value, int start, int count, StringComparison comparison) => text.Searched(value).IndexOf(value, start, count, comparison);

    public static int LastIndexOfBounded(this string text, string value) => text.Searched(value).LastIndexOf(value, StringComparison.CurrentCulture);

    public static int LastIndexOfBounded(this string text, string value, int start) => text.Searched(value).LastIndexOf(value, start, StringComparison.CurrentCulture);

    public static int LastIndexOfBounded(this string text, string value, int start, int count) => text.Searched(value).LastIndexOf(value, start, count, StringComparison.CurrentCulture);

    public static int LastIndexOfBounded(this string text, string value, StringComparison comparison) => text.Searched(value).LastIndexOf(value, comparison);

    public static int LastIndexOfBounded(this string text, string value, int start, StringComparison comparison) => text.Searched(value).LastIndexOf(value, start, comparison);

    public static int LastIndexOfBounded(this string text, string value, int start, int count, StringComparison comparison) => text.Searched(value).LastIndexOf(value, start, count, comparison);

    public static string ReplaceBounded(this string text, string old, string? other) => text.Replaced(old, other).Replace(old, other, StringComparison.Ordinal);

    public static string ReplaceBounded(this string text, string old, string? other, StringComparison comparison) => text.Replaced(old, other).Replace(old, other, comparison);

    public static string[] SplitBounded(this string text, string? separator, StringSplitOptions options = StringSplitOptions.None) => text.Searched(separator).Split(separator, options);

    public static string[] SplitBounded(this string text, string? separator, int count, StringSplitOptions options = StringSplitOptions.None) => text.Searched(separator).Split(separator, count, options);

    /// <summary>The text, after what it takes at worst to look for the other in it.</summary>
    private static string Searched(this string text, string? value)
    {
        Budget.Charge((long)text.Length * (1 + (value?.Length ?? 0)) >> 5);
        return text;
    }

    /// <summary>The text, if no replacement in it can make it too long.</summary>
    private static string Replaced(this string text, string old, string? other)
    {
        var longest = text.Length + (long)text.Length / Math.Max(1, old.Length) * (other?.Length ?? 0);
        if (longest > BudgetLimits.LongestText && longest > text.Length) Budget.Grow(text.Length + Count(text.Searched(old), old) * (long)(other?.Length ?? 0));
        return text.Searched(old);
    }

    private static int Count(string text, string old)
    {
        var count = 0;
        for (var at = old.Length == 0 ? -1 : text.IndexOf(old, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(old, at + old.Length, StringComparison.OrdinalIgnoreCase)) count++;
        return count;
    }
}
