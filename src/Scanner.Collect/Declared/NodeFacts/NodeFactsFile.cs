using System.Text;
using System.Text.Json;

namespace Scanner.Collect.Declared.NodeFacts;

/// <summary>The documents of a node facts file: one, or one a line.</summary>
internal static class NodeFactsFile
{
    public const int Largest = 16 * 1024 * 1024;

    private const int Deepest = 16;

    /// <exception cref="DeclaredException">It is no such file.</exception>
    public static IReadOnlyList<NodeFactsDocument> Read(DeclaredInput input) => Read(DeclaredText.Read(input.Path, input.Name, Largest));

    /// <exception cref="DeclaredException">It is no such file.</exception>
    public static IReadOnlyList<NodeFactsDocument> Read(DeclaredText text)
    {
        var found = Documents(text).Select(d => NodeFactsDocument.Of(d.Json, text, d.Line)).ToList();
        return found.Count > 0 ? found : throw new DeclaredException($"{text.Name}:1:1: is empty, and no node facts; run scanner-probe.sh on the host again");
    }

    /// <summary>Whether a file is JSON that names the schema; malformed ones are nobody's.</summary>
    public static bool Is(DeclaredInput input)
    {
        try
        {
            var text = input.Text;
            return text.Text.AsSpan().TrimStart() is ['{', ..] && text.Text.Contains($"\"{NodeFactsDocument.SchemaName}/", StringComparison.Ordinal) && Documents(text).Count > 0;
        }
        catch (DeclaredException)
        {
            return false; // whose it is, another format may tell
        }
    }

    private static List<(JsonElement Json, int Line)> Documents(DeclaredText text)
    {
        if (LoneSurrogates.IndexIn(text.Text) is var half and >= 0) throw Half(text, half);
        var bytes = Encoding.UTF8.GetBytes(text.Text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest, AllowMultipleValues = true });
        var (found, line, counted) = (new List<(JsonElement, int)>(), 1, 0);
        try
        {
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                line += bytes.AsSpan(counted, start - counted).Count((byte)'\n');
                counted = start;
                found.Add((JsonElement.ParseValue(ref reader), line));
            }
            return found;
        }
        catch (JsonException e)
        {
            throw Error(text, e);
        }
    }

    private static DeclaredException Half(DeclaredText text, int index)
    {
        var start = index == 0 ? 0 : text.Text.LastIndexOf('\n', index - 1) + 1;
        return text.Error(text.Text.AsSpan(0, index).Count('\n') + 1, index - start + 1, "an escape that names half a character");
    }

    private static DeclaredException Error(DeclaredText text, JsonException e)
    {
        var (line, column) = ((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
        var what = e.Message.Split(". LineNumber", StringSplitOptions.None)[0].Split(" LineNumber:", StringSplitOptions.None)[0].TrimEnd('.');
        return text.Error(line, column, $"not valid JSON: {what}", e);
    }
}
