using System.Globalization;

namespace Scanner.Collect.Workbench;

/// <summary>How an action writes what is not known: on its line, or on lines of its own and how far in.</summary>
/// <param name="Columns">How far in; null where it goes on in its line.</param>
/// <param name="NewLine">Whether it begins a line.</param>
/// <param name="IsLoose">Whether it may write any lines whatever.</param>
internal readonly record struct OpaqueOutput(int? Columns, bool NewLine, bool IsLoose)
{
    private static readonly HashSet<string> s_oneValue = new(StringComparer.Ordinal)
    {
        "quote", "squote", "toJson", "mustToJson", "trim", "trimPrefix", "len", "toString", "int", "add", "join", "lower", "upper", "trunc",
    };

    public static OpaqueOutput Of(TemplatePart part)
    {
        var tokens = part.Action!;
        var last = LastCommand(tokens);
        if (last is [{ Text: "nindent" or "indent" } how, { Kind: ActionTokenKind.Number } number, ..]
            && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var columns)) return new(Math.Min(columns, 200), how.Text == "nindent", false);
        var isOneValue = last is [{ Kind: ActionTokenKind.Word } function, ..] && s_oneValue.Contains(function.Text);
        var isForeign = tokens.Any(t => t.Kind is ActionTokenKind.Word && t.Text is "include" or "template" or "block" or "tpl");
        return new(null, false, !isOneValue && (isForeign || part.TrimsLine));
    }

    private static List<ActionToken> LastCommand(IReadOnlyList<ActionToken> tokens)
    {
        var (depth, from) = (0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is("(")) depth++;
            if (tokens[i].Is(")")) depth--;
            if (depth == 0 && tokens[i].Is("|")) from = i + 1;
        }
        return [.. tokens.Skip(from)];
    }
}
