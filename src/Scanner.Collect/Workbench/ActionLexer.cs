namespace Scanner.Collect.Workbench;

/// <summary>Takes an action apart into its words.</summary>
internal static class ActionLexer
{
    public static IReadOnlyList<ActionToken> Read(string action)
    {
        var tokens = new List<ActionToken>();
        for (var i = 0; i < action.Length;)
        {
            if (char.IsWhiteSpace(action[i])) i++;
            else tokens.Add(Next(action, ref i));
        }
        return tokens;
    }

    private static ActionToken Next(string action, ref int i)
    {
        var start = i;
        var c = action[i];
        if (c is '"' or '`' or '\'') return Quoted(action, ref i);
        if (c is '(' or ')' or '|' or ',' or '=') return Sign(action, ref i, 1);
        if (c is ':' && i + 1 < action.Length && action[i + 1] == '=') return Sign(action, ref i, 2);
        if (!IsWord(c) && c is not ('.' or '$' or '-')) return new(ActionTokenKind.Other, action[i++].ToString());
        i++;
        while (i < action.Length && (IsWord(action[i]) || action[i] == '.')) i++;
        // a field of what stands in brackets, or of a string
        if (c is '.' && start > 0 && action[start - 1] is ')' or '"' or '`') return new(ActionTokenKind.Other, action[start..i]);
        var kind = c switch { '.' => ActionTokenKind.Field, '$' => ActionTokenKind.Variable, _ when char.IsAsciiDigit(c) => ActionTokenKind.Number, '-' => ActionTokenKind.Other, _ => ActionTokenKind.Word };
        return new(kind, action[start..i]);
    }

    private static ActionToken Quoted(string action, ref int i)
    {
        var end = EndOfQuoted(action, i);
        if (end < 0 || action[i] == '\'')
        {
            // a character is a number to Go; a quote without its end is an error that it reports itself
            i = end < 0 ? action.Length : end;
            return new(ActionTokenKind.Other, "");
        }
        var text = action[(i + 1)..(end - 1)];
        // an escape other than of a quote or a backslash is rare, and none of ours
        var kind = action[i] == '"' && text.Replace("\\\"", "", StringComparison.Ordinal).Replace("\\\\", "", StringComparison.Ordinal).Contains('\\', StringComparison.Ordinal)
            ? ActionTokenKind.Other : ActionTokenKind.Text;
        if (action[i] == '"') text = text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        i = end;
        return new(kind, text);
    }

    /// <summary>Behind the closing quote of what begins at <paramref name="start"/>; -1 where there is none.</summary>
    public static int EndOfQuoted(string text, int start)
    {
        var quote = text[start];
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == quote) return i + 1;
            if (quote == '`') continue;
            if (text[i] == '\n') return -1;
            if (text[i] == '\\') i++;
        }
        return -1;
    }

    private static ActionToken Sign(string action, ref int i, int length) => new(ActionTokenKind.Sign, action[i..(i += length)]);

    private static bool IsWord(char c) => c == '_' || char.IsLetterOrDigit(c);
}
