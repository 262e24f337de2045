namespace Scanner.Collect.Declared.Terraform;

/// <summary>The characters of a <c>.tf</c> file, and how to get over what is no structure: comments, strings, heredocs, expressions.</summary>
/// <remarks>It never fails: what is malformed is got over character by character. Every step goes forward, so the time is linear.</remarks>
internal sealed class HclText(string text)
{
    private const int DeepestTemplate = 40;

    private int _lineStart;

    public int At { get; private set; }

    public int Line { get; private set; } = 1;

    public int Column => At - _lineStart + 1;

    public bool IsAtEnd => At >= text.Length;

    public char Here => At < text.Length ? text[At] : '\0';

    public string Since(int start) => text[start..At];

    public void Step()
    {
        if (IsAtEnd) return;
        if (text[At++] != '\n') return;
        Line++;
        _lineStart = At;
    }

    /// <summary>Over white space and comments; line breaks too, or not.</summary>
    public void SkipBlank(bool lines)
    {
        while (!IsAtEnd)
        {
            if (Here == '#' || Starts("//")) SkipLine();
            else if (Starts("/*")) SkipComment();
            else if (char.IsWhiteSpace(Here) && (lines || Here != '\n')) Step();
            else return;
        }
    }

    /// <summary>A name at this place; null where there is none.</summary>
    public string? Name()
    {
        var start = At;
        if (!char.IsLetter(Here) && Here != '_') return null;
        while (char.IsLetterOrDigit(Here) || Here is '_' or '-') Step();
        return Since(start);
    }

    /// <summary>A quoted label at this place; null where there is none.</summary>
    public string? Label()
    {
        if (Here != '"') return null;
        var start = At;
        SkipString(0);
        return Since(start).Trim('"');
    }

    /// <summary>Over an expression: to the end of its line, or of the block that it stands in, brackets and strings considered.</summary>
    public void SkipExpression()
    {
        for (var depth = 0; !IsAtEnd;)
        {
            if (depth == 0 && (Here is '\n' or '}')) return;
            if (Here is '(' or '[' or '{') depth++;
            else if (Here is ')' or ']' or '}') depth = Math.Max(depth - 1, 0);
            if (!SkipOpaque(0)) Step();
        }
    }

    /// <summary>Over a body whose opening brace has been passed, to behind its closing one.</summary>
    public void SkipBody()
    {
        for (var depth = 1; !IsAtEnd && depth > 0;)
        {
            if (Here == '{') depth++;
            else if (Here == '}') depth--;
            if (!SkipOpaque(0)) Step();
        }
    }

    private bool Starts(string what) => string.CompareOrdinal(text, At, what, 0, what.Length) == 0;

    private void SkipLine()
    {
        while (!IsAtEnd && Here != '\n') Step();
    }

    private void SkipComment()
    {
        for (Step(), Step(); !IsAtEnd && !Starts("*/");) Step();
        Step();
        Step();
    }

    /// <summary>Over a comment, a string or a heredoc; false where none is here.</summary>
    private bool SkipOpaque(int depth)
    {
        if (Here == '#' || Starts("//")) SkipLine();
        else if (Starts("/*")) SkipComment();
        else if (Here == '"') SkipString(depth);
        else if (Starts("<<")) return SkipHeredoc();
        else return false;
        return true;
    }

    /// <summary>A string ends with its line where its quote is missing; what is between <c>${</c> and <c>}</c> may have strings of its own.</summary>
    private void SkipString(int depth)
    {
        for (Step(); !IsAtEnd && Here is not ('"' or '\n');)
        {
            if (Here == '\\') Step();
            else if (Starts("$${") || Starts("%%{")) Step(3);
            else if (depth < DeepestTemplate && (Starts("${") || Starts("%{")))
            {
                Step(2);
                SkipTemplate(depth + 1);
                continue;
            }
            Step();
        }
        if (Here == '"') Step();
    }

    private void SkipTemplate(int depth)
    {
        for (var braces = 1; !IsAtEnd && braces > 0;)
        {
            if (Here == '{') braces++;
            else if (Here == '}') braces--;
            if (!SkipOpaque(depth)) Step();
        }
    }

    /// <summary>To behind the line that has only its word.</summary>
    private bool SkipHeredoc()
    {
        Step(Starts("<<-") ? 3 : 2);
        if (Name() is not { } word) return true;
        for (SkipLine(); !IsAtEnd;)
        {
            Step();
            var start = At;
            SkipLine();
            if (text.AsSpan(start, At - start).Trim().SequenceEqual(word)) return true;
        }
        return true;
    }

    private void Step(int count)
    {
        for (; count > 0; count--) Step();
    }
}
