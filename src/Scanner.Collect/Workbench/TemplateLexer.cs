namespace Scanner.Collect.Workbench;

/// <summary>Takes a Go template apart into text and actions, with what <c>{{-</c> and <c>-}}</c> trim already gone.</summary>
internal sealed class TemplateLexer
{
    private const string Blank = " \t\r\n";

    private readonly string _text;
    private readonly List<TemplatePart> _parts = [];
    private int _at;
    private int _line = 1;
    private int _counted;

    private TemplateLexer(string text) => _text = text;

    /// <summary>The parts, and the line at which an action has no end; 0 where all have.</summary>
    public static (IReadOnlyList<TemplatePart> Parts, int Unended) Read(string text)
    {
        var lexer = new TemplateLexer(text);
        return (lexer._parts, lexer.All());
    }

    private int All()
    {
        for (var trims = false; ;)
        {
            var open = _text.IndexOf("{{", _at, StringComparison.Ordinal);
            var trimsLeft = open >= 0 && open + 3 < _text.Length && _text[open + 2] == '-' && IsBlank(_text[open + 3]);
            var end = open < 0 ? _text.Length : open;
            Literal(_at, end, trims, trimsLeft);
            if (open < 0) return 0;
            var from = open + (trimsLeft ? 3 : 2);
            var close = Close(from);
            if (close < 0) return Line(open);
            trims = close > from && _text[close - 1] == '-' && IsBlank(_text[close - 2]);
            var trimsLine = trimsLeft && _text.AsSpan(_at, open - _at) is var before && before[before.TrimEnd(Blank).Length..].Contains('\n');
            Action(open, _text[from..(trims ? close - 1 : close)].Trim(), trimsLine);
            _at = close + 2;
        }
    }

    private void Literal(int from, int to, bool trimStart, bool trimEnd)
    {
        if (trimStart) while (from < to && IsBlank(_text[from])) from++;
        if (trimEnd) while (to > from && IsBlank(_text[to - 1])) to--;
        if (to > from) _parts.Add(new(Line(from), _text[from..to], null, false));
    }

    private void Action(int open, string inside, bool trimsLine)
    {
        if (inside.StartsWith("/*", StringComparison.Ordinal)) return;
        _parts.Add(new(Line(open), inside, ActionLexer.Read(inside), trimsLine));
    }

    /// <summary>Where the action's <c>}}</c> stands, which may also stand in a string or a comment before; -1 where there is none.</summary>
    private int Close(int from)
    {
        var start = from;
        while (start < _text.Length && IsBlank(_text[start])) start++;
        if (string.CompareOrdinal(_text, start, "/*", 0, 2) == 0)
        {
            var end = _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
            return end < 0 ? -1 : _text.IndexOf("}}", end, StringComparison.Ordinal);
        }
        for (var i = start; i + 1 < _text.Length; i++)
        {
            if (_text[i] == '}' && _text[i + 1] == '}') return i;
            if (_text[i] is not ('"' or '`' or '\'')) continue;
            if (ActionLexer.EndOfQuoted(_text, i) is var end && end < 0) return -1;
            i = end - 1;
        }
        return -1;
    }

    /// <summary>The line of a place at or behind all that were asked for before.</summary>
    private int Line(int place)
    {
        for (; _counted < place; _counted++)
            if (_text[_counted] == '\n') _line++;
        return _line;
    }

    private static bool IsBlank(char c) => Blank.Contains(c, StringComparison.Ordinal);
}
