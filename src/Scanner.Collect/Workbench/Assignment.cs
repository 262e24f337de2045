namespace Scanner.Collect.Workbench;

/// <summary>The variables that an action sets, and where the value begins.</summary>
/// <param name="Names">One, or two of a loop; none where nothing is set.</param>
/// <param name="From">The index of the value's first word.</param>
/// <param name="Declares"><c>:=</c> as against <c>=</c>.</param>
internal readonly record struct Assignment(IReadOnlyList<string> Names, int From, bool Declares)
{
    /// <param name="tokens">The action's words.</param>
    /// <param name="from">Behind the keyword.</param>
    public static Assignment Of(IReadOnlyList<ActionToken> tokens, int from)
    {
        var sign = from;
        while (sign < tokens.Count && sign < from + 3 && (tokens[sign].Kind is ActionTokenKind.Variable || tokens[sign].Is(","))) sign++;
        if (sign == from || sign >= tokens.Count || !(tokens[sign].Is(":=") || tokens[sign].Is("="))) return new([], from, false);
        return new([.. tokens.Skip(from).Take(sign - from).Where(t => t.Kind is ActionTokenKind.Variable).Select(t => t.Text)], sign + 1, tokens[sign].Is(":="));
    }
}
