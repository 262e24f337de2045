using Scanner.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Scanner.Collect.Yaml;

/// <summary>Reads YAML, and JSON, which is YAML too, from anybody: malformed, deep or without end, it is an error with a place and never a crash.</summary>
/// <remarks>Aliases share what they name, so that a document which would grow without bounds takes no more memory than its text.</remarks>
internal static class YamlText
{
    private const int MostBrackets = 1000; // in text and comments they need not be closed

    private const int Deepest = 64; // the library reads recursively, so that a deep document would end the process

    /// <summary>The documents of a text, in order; those that are empty are left out.</summary>
    /// <exception cref="YamlTextException">It is no YAML.</exception>
    public static IReadOnlyList<YamlPlace> Documents(string text)
    {
        if (Brackets(text) is { } deep) throw new YamlTextException(deep.Line, deep.Column, $"nested more than {Deepest} levels deep");
        var parser = new ForeseeingParser(new Parser(new StringReader(text)), Deepest);
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            return [.. stream.Documents.Select(d => YamlPlace.Root(d.RootNode)).Where(d => !d.IsNothing)];
        }
        catch (YamlException e)
        {
            // where the library began to read what it could not is often far before what is wrong
            var (line, column) = e.End.Line > e.Start.Line ? (e.End.Line, e.End.Column) : (e.Start.Line, e.Start.Column);
            throw e.Message.Contains("invalid tab", StringComparison.Ordinal) && Tab(text, e.Start.Line) is { } tab
                ? new YamlTextException(tab.Line, tab.Column, "a tab where only spaces may stand", e)
                : new YamlTextException(line, column, OneLine.Of(e.Message), e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // some malformed documents the library answers with these, and without a place
            throw new YamlTextException(parser.Current?.End.Line ?? 1, parser.Current?.End.Column ?? 1, "something that cannot be read, here or after it", e);
        }
    }

    /// <summary>Where more brackets are open than any text has that is not made to be deep; the library takes very long over these.</summary>
    private static (long Line, long Column)? Brackets(string text)
    {
        var (depth, line, start) = (0, 1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') (line, start) = (line + 1, i + 1);
            depth += text[i] switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
            if (depth > MostBrackets) return (line, i - start + 1);
        }
        return null;
    }

    /// <summary>The first tab in the indentation of a line.</summary>
    private static (long Line, long Column)? Tab(string text, long from)
    {
        var lines = text.Split('\n');
        for (var i = Math.Max(from, 1); i <= lines.Length; i++)
            if (lines[i - 1].IndexOf('\t') is >= 0 and var column && string.IsNullOrWhiteSpace(lines[i - 1][..column])) return (i, column + 1);
        return null;
    }
}
