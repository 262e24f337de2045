using System.Text;
using Scanner.Collect.Yaml;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>A text file of the user's, as it was when it was read, and the places in it.</summary>
internal sealed class DeclaredText
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Lazy<DeclaredLines> _lines;
    private readonly Lazy<IReadOnlyList<YamlPlace>> _documents;

    /// <param name="name">How messages and reports name it: relative to the checkout, with forward slashes.</param>
    /// <param name="text">What it says.</param>
    public DeclaredText(string name, string text)
    {
        (Name, Text) = (name, text);
        _lines = new(() => new(text));
        _documents = new(() => DeclaredYaml.Parse(this));
    }

    public string Name { get; }

    /// <summary>Its YAML documents.</summary>
    /// <exception cref="DeclaredException">It is no YAML.</exception>
    public IReadOnlyList<YamlPlace> Documents => _documents.Value;

    public string Text { get; }

    /// <param name="path">Where the file is.</param>
    /// <param name="name">How messages and reports name it.</param>
    /// <param name="largest">The most bytes that such a file may have.</param>
    /// <exception cref="DeclaredException">It is missing, too large or no UTF-8.</exception>
    public static DeclaredText Read(string path, string name, long largest)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            // a pipe has no length, so what is read counts
            var bytes = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = file.Read(buffer)) > 0; bytes.Write(buffer, 0, read))
                if (bytes.Length + read > largest) throw new DeclaredException($"{name}: larger than {largest / 1024} KB, which no such file is");
            return new(name, Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeclaredException($"{name}: cannot be read: {e.Message}{(e is UnauthorizedAccessException ? "; let the user that runs scanner read it" : "")}", e);
        }
    }

    /// <summary>The place of some text, with its line as the snippet, secrets taken out.</summary>
    public SourceLocation At(int line, int column, int endColumn) => new(Name, line, Math.Max(column, 1), Math.Max(endColumn, column + 1), _lines.Value.Snippet(line));

    /// <param name="largest">The most characters that a file of its kind may have.</param>
    /// <param name="instead">Why no such file has more, and what to do.</param>
    /// <exception cref="DeclaredException">It has more.</exception>
    public void RefuseLarger(int largest, string instead)
    {
        if (Text.Length > largest) throw new DeclaredException($"{Name}: larger than {largest / 1024} KB; {instead}");
    }

    /// <summary>The whole line.</summary>
    public SourceLocation At(int line)
    {
        var text = Line(line);
        var start = text.Length - text.TrimStart().Length;
        return At(line, start + 1, text.TrimEnd().Length + 1);
    }

    /// <summary>A line as it stands; nothing where there is none of that number.</summary>
    public string Line(int number) => number >= 1 && number <= _lines.Value.Count ? _lines.Value[number] : "";

    /// <summary>A complaint about a place.</summary>
    public DeclaredException Error(int line, int column, string problem, Exception? inner = null)
    {
        var text = _lines.Value.Snippet(line);
        return new($"{Name}:{Math.Max(line, 1)}:{Math.Max(column, 1)}: {problem}{(text.Length == 0 ? "" : $": {text}")}", inner);
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]) || (bytes.Length >= 2 && (bytes[0] == 0) != (bytes[1] == 0))) throw new DeclaredException($"{name}:1:1: is UTF-16: save it as UTF-8");
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        try
        {
            return s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes[..Math.Max(e.Index, 0)];
            var column = before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1;
            throw new DeclaredException($"{name}:{before.Count((byte)'\n') + 1}:{column}: byte 0x{(e.BytesUnknown is [var b, ..] ? b : 0):X2} is no UTF-8: save the file as UTF-8", e);
        }
    }
}
