using System.Text;

namespace Scanner.Report.Markdown;

/// <summary>A page that never outgrows what GitHub takes: of a longer one it would show nothing at all.</summary>
internal sealed class MarkdownPage
{
    /// <summary>In bytes: of 1 MiB for all that a step writes, with room for what else it says.</summary>
    public const int Longest = 1_000_000;

    private const string Cut = "\n> **Cut here:** the rest does not fit into a job summary. The HTML report (`--out html=PATH`) and the JSON report have everything.\n";

    private readonly StringBuilder _text = new();
    private int _bytes = Size(Cut);

    public bool IsCut { get; private set; }

    /// <summary>A part that is there as a whole or not at all; after the first that does not fit nothing follows.</summary>
    public void Add(string part)
    {
        if (IsCut || _bytes + Size(part) > Longest) IsCut = true;
        else Append(part);
    }

    /// <summary>A table, a list or something folded: as many of its rows as fit, within its head and its end.</summary>
    public void Add(string head, IEnumerable<string> rows, string end)
    {
        if (IsCut || _bytes + Size(head) + Size(end) > Longest)
        {
            IsCut = true;
            return;
        }
        _bytes += Size(end);
        Append(head);
        foreach (var row in rows)
            if (_bytes + Size(row) <= Longest) Append(row);
            else
            {
                IsCut = true;
                break;
            }
        _text.Append(end);
    }

    public override string ToString() => IsCut ? _text + Cut : _text.ToString();

    private void Append(string part)
    {
        _text.Append(part);
        _bytes += Size(part);
    }

    private static int Size(string text) => Encoding.UTF8.GetByteCount(text);
}
