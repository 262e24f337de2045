namespace Scanner.Collect.Declared;

/// <summary>The lines of a file, and what of them may be shown. Places are asked for by the hundred thousand, often of one line.</summary>
internal sealed class DeclaredLines
{
    /// <summary>Of a line with nothing in it.</summary>
    public const int Blank = -1;

    private readonly string[] _lines;
    private readonly int[] _indents;
    private readonly Dictionary<int, string> _snippets = [];

    public DeclaredLines(string text)
    {
        _lines = text.Split('\n');
        _indents = [.. _lines.Select(IndentOf)];
    }

    public int Count => _lines.Length;

    /// <summary>A line, from 1, without its end.</summary>
    public string this[int number] => _lines[number - 1].TrimEnd('\r');

    /// <summary>How many blanks it begins with; <see cref="Blank"/> where there is nothing else.</summary>
    public int Indent(int number) => _indents[number - 1];

    /// <summary>Whether it begins an element of a list.</summary>
    public bool IsElement(int number) => _indents[number - 1] is not Blank and var indent && _lines[number - 1][indent] == '-';

    /// <summary>What may be shown of a line; empty where there is none.</summary>
    public string Snippet(int number)
    {
        if (number < 1 || number > Count) return "";
        lock (_snippets)
        {
            if (_snippets.TryGetValue(number, out var known)) return known;
            return _snippets[number] = Declared.Snippet.Of(this, number);
        }
    }

    private static int IndentOf(string line)
    {
        for (var i = 0; i < line.Length; i++)
            if (!char.IsWhiteSpace(line[i])) return i;
        return Blank;
    }
}
