namespace Scanner.Collect.Workbench;

/// <summary>What a template makes of itself for one IDE, line by line; a mark stands for what only a session will tell.</summary>
internal sealed class RenderedText
{
    /// <summary>A private character, which no text has after <see cref="Append"/>.</summary>
    public const char Mark = '\uE000';

    private const int Largest = 4 * 1024 * 1024;

    private readonly List<RenderedLine> _lines = [new(1)];
    private int _length;

    public IReadOnlyList<RenderedLine> Lines => _lines;

    public bool IsTooLarge => _length > Largest;

    /// <summary>Writes text.</summary>
    /// <param name="text">Of the template.</param>
    /// <param name="line">Where it begins.</param>
    /// <param name="advances">Whether each of its lines is one of the template's.</param>
    /// <param name="condition">What must hold for it to be written; null where it always is.</param>
    public void Append(string text, int line, bool advances, string? condition)
    {
        _length += text.Length;
        if (IsTooLarge) return;
        var first = true;
        foreach (var piece in text.Replace(Mark, '\uFFFD').Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n'))
        {
            if (!first)
            {
                if (advances) line++;
                _lines.Add(new(line));
            }
            first = false;
            if (piece.Length > 0) Write(piece, line, condition);
        }
    }

    /// <summary>Writes what is not known.</summary>
    public void AppendMark(string construct, int line, string? condition)
    {
        _length++;
        if (!IsTooLarge) Write(Mark.ToString(), line, condition).Marks.Add(construct);
    }

    private RenderedLine Write(string piece, int line, string? condition)
    {
        var last = _lines[^1];
        if (last.IsBlank) last.Number = line;
        last.Text.Append(piece);
        if (string.IsNullOrWhiteSpace(piece)) return last;
        last.Condition ??= condition;
        last.Pieces++;
        return last;
    }
}
