using System.Text;

namespace Scanner.Cli.Lambda;

/// <summary>Passes on what is written, and remembers the last line: where a command ends badly, that line says why.</summary>
internal sealed class LastLine(TextWriter inner) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => inner.Encoding;

    /// <summary>The last line that was complete; null where there was none.</summary>
    public string? Text { get; private set; }

    public override void Write(char value)
    {
        inner.Write(value);
        if (value != '\n') _line.Append(value);
        else if (_line.ToString().TrimEnd('\r') is { Length: > 0 } line)
        {
            Text = line;
            _line.Clear();
        }
    }

    public override void Flush() => inner.Flush();
}
