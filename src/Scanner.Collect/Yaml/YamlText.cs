using Scanner.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Scanner.Collect.Yaml;

/// <summary>Reads YAML, and JSON, which is YAML too, from anybody: malformed, deep or without end, it is an error with a place and never a crash.</summary>
/// <remarks>Aliases share what they name, so that a document which would grow without bounds takes no more memory than its text.</remarks>
internal static class YamlText
{
    private const int Deepest = 64; // the library reads recursively, so that a deep document would end the process

    /// <summary>The documents of a text, in order; those that are empty are left out.</summary>
    /// <exception cref="YamlTextException">It is no YAML.</exception>
    public static IReadOnlyList<YamlPlace> Documents(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            if (TooDeep(parser) is { } mark) throw new YamlTextException(mark.Line, mark.Column, $"nested more than {Deepest} levels deep");
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return [.. stream.Documents.Select(d => YamlPlace.Root(d.RootNode)).Where(d => !d.IsNothing)];
        }
        catch (YamlException e)
        {
            throw new YamlTextException(e.Start.Line, e.Start.Column, OneLine.Of(e.Message), e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // some malformed documents the library answers with these, and without a place
            throw new YamlTextException(parser.Current?.End.Line ?? 1, 1, "not valid YAML, here or after it", e);
        }
    }

    private static Mark? TooDeep(Parser parser)
    {
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > Deepest) return parser.Current.Start;
        }
        return null;
    }
}
