using Scanner.Collect;
using Scanner.Model;

namespace Scanner.Cli.Output;

/// <summary>A line per scope that is rewritten in its place; for terminals.</summary>
internal sealed class LiveProgress(TextWriter terminal, int width) : IProgressDisplay
{
    /// <summary>More would scroll away, and could not be rewritten.</summary>
    private const int MostLines = 10;

    private const string ToStart = "\r";
    private const string EraseBelow = "\u001b[J";

    /// <summary>What a terminal that does not say how wide it is has at least.</summary>
    private const int UsualWidth = 80;

    private int _lines;
    private string _shown = "";

    public TimeSpan Interval => TimeSpan.FromMilliseconds(200);

    public void Begin(string line) => Say(line);

    public void Show(IReadOnlyList<ScopeProgress> scopes)
    {
        var open = scopes.Where(s => !s.IsDone).ToList();
        var lines = open.Take(MostLines).Select(s => ProgressLine.Of(s)).ToList();
        if (open.Count > MostLines) lines.Add($"… and {open.Count - MostLines} more");
        var fitting = lines.Select(l => $"  {Fitting(l)}").ToList();
        var text = string.Join('\n', fitting);
        if (text == _shown) return;
        Rewrite(fitting);
        (_lines, _shown) = (lines.Count, text);
    }

    public void Say(string line)
    {
        Rewrite([OneLine.Of(line)]);
        (_lines, _shown) = (0, "");
    }

    public void End(IReadOnlyList<ScopeProgress> scopes)
    {
        Rewrite([]);
        (_lines, _shown) = (0, "");
    }

    /// <summary>Puts lines in the place of those that are shown, all at once so that nothing flickers.</summary>
    private void Rewrite(IReadOnlyList<string> lines)
    {
        var back = _lines == 0 ? "" : $"{ToStart}\u001b[{_lines}A{EraseBelow}";
        terminal.Write(back + string.Concat(lines.Select(l => l + terminal.NewLine)));
        terminal.Flush();
    }

    /// <summary>A line that the terminal breaks would be two.</summary>
    private string Fitting(string line)
    {
        var room = Math.Max((width > 0 ? width : UsualWidth) - 4, 20);
        return line.Length <= room ? line : $"{line[..(room - 1)]}…";
    }
}
