namespace Scanner.Collect.Workbench;

/// <summary>The chart's own question whether a user has constraints, which decides on nothing but the keys that they bring.</summary>
internal static class UserConstraints
{
    private const string Field = ".Job.placementConstraints";

    /// <summary>The action's words as they are where a user has none; the words themselves where more than the selector hangs on it.</summary>
    /// <param name="parts">The template.</param>
    /// <param name="at">The action's index.</param>
    /// <param name="end">That of the block's end, or of its first <c>else</c>.</param>
    public static IReadOnlyList<ActionToken> Without(IReadOnlyList<TemplatePart> parts, int at, int end)
    {
        var tokens = parts[at].Action!;
        // if or ( ne ( len .Job.placementConstraints ) 0 ) …
        return tokens is [var first, { Kind: ActionTokenKind.Word, Text: "or" or "any" } or, var a, var b, var c, var d, { Kind: ActionTokenKind.Field, Text: Field }, var e, { Text: "0" }, var f, ..]
            && first.IsWord("if") && a.Is("(") && b.IsWord("ne") && c.Is("(") && d.IsWord("len") && e.Is(")") && f.Is(")") && IsOfSelector(parts, at, end)
            ? [first, or, new(ActionTokenKind.Word, "false"), .. tokens.Skip(10)] : tokens;
    }

    private static bool IsOfSelector(IReadOnlyList<TemplatePart> parts, int at, int end)
    {
        if (parts[end].Keyword != "end") return false;
        var inside = parts.Skip(at + 1).Take(end - at - 1).ToList();
        return inside is [{ Action: null, Text: var text }, ..] && text.TrimStart().StartsWith("nodeSelector:", StringComparison.Ordinal) && inside.All(IsHarmless);
    }

    private static bool IsHarmless(TemplatePart part) => part.Action is { } action
        ? !action.Any(t => t.Kind is ActionTokenKind.Word && t.Text is "include" or "template" or "tpl" or "block")
        : !part.Text.Contains("tolerations", StringComparison.Ordinal) && !part.Text.Contains("affinity", StringComparison.OrdinalIgnoreCase);
}
