namespace Scanner.Model;

/// <summary>What readers of files put in the place of a setting, or of a whole file, that depends on something nobody said: why, and what would tell it.</summary>
internal static class UntoldValue
{
    private const string Mark = "(not told) ", Between = " · ";

    public static string Of(string why, Remedy remedy) => OneLine.Of($"{Mark}{why}{Between}{(remedy.Kind is RemedyKind.Parameter ? "--param " : "")}{remedy.What}");

    /// <summary>Why it is not known, and what would tell it; null of any other text.</summary>
    public static (string Why, Remedy Remedy)? Read(string? text)
    {
        if (text is null || !text.StartsWith(Mark, StringComparison.Ordinal) || text.LastIndexOf(Between, StringComparison.Ordinal) is not (> 0 and var at)) return null;
        var what = text[(at + Between.Length)..];
        return (text[Mark.Length..at], what.StartsWith("--param ", StringComparison.Ordinal) ? new(RemedyKind.Parameter, what["--param ".Length..]) : new(RemedyKind.Flag, what));
    }

    /// <summary>The gap in the place of a setting; null where the text is a value.</summary>
    /// <param name="text">What is kept of the setting.</param>
    /// <param name="scope">Where it was looked for.</param>
    /// <param name="kind">The kind of what has it.</param>
    /// <param name="what">The file, or the file and the key.</param>
    public static Gap? Missing(string? text, string scope, string kind, string what) =>
        Read(text) is var (why, remedy) ? new(scope, kind, what, GapCause.NotAsked, why, remedy) : null;
}
