using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>A JSON file as it was read, with the places of everything in it. Bounded in depth; no key stands twice.</summary>
internal sealed partial class JsonFile
{
    /// <summary>Modules within modules add three levels each; Terraform's own files stay far below.</summary>
    private const int Deepest = 200;

    /// <summary>Of a plan with all the resources that are read, which has a hundred values for each.</summary>
    private const int MostValues = 2_000_000;

    /// <summary>A longer line is not shown: the whole file may be one.</summary>
    private const int LongestShown = 400;

    private readonly DeclaredText _file;
    private readonly byte[] _bytes;
    private readonly Lazy<List<int>> _lines;
    private readonly Lazy<CharacterCounts> _characters;
    private int _values;

    private JsonFile(DeclaredText file)
    {
        (_file, _bytes) = (file, Encoding.UTF8.GetBytes(file.Text));
        _lines = new(() => LineStarts(_bytes));
        _characters = new(() => new(_bytes));
    }

    public string Name => _file.Name;

    [GeneratedRegex(@"( Path: .*)?\s*\|?\s*LineNumber: .*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Position { get; }

    /// <exception cref="DeclaredException">It is no JSON.</exception>
    public static JsonPlace Parse(DeclaredText file)
    {
        var json = new JsonFile(file);
        var reader = new Utf8JsonReader(json._bytes, new JsonReaderOptions { MaxDepth = Deepest });
        try
        {
            if (!reader.Read()) throw json.Error(0, "is empty");
            var root = json.Value(ref reader);
            if (reader.Read()) throw json.Error((int)reader.TokenStartIndex, "something stands after the end");
            return root;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // a text with half a character in it is no text
            throw json.Error(e is JsonException j ? json.OffsetOf(j, reader.BytesConsumed) : (int)reader.TokenStartIndex, $"not valid JSON: {Position.Replace(e.Message, "")}", e);
        }
    }

    /// <summary>The place of a value. Its line is not shown: it may be the whole file.</summary>
    public SourceLocation At(JsonPlace place, string shown)
    {
        var (line, column) = LineAndColumn(place.Offset);
        return new(Name, line, column, column + Math.Max(shown.Length, 1), OneLine.Of(shown));
    }

    /// <summary><c>file:line:column</c>.</summary>
    public string Locator(JsonPlace place)
    {
        var (line, column) = LineAndColumn(place.Offset);
        return $"{Name}:{line}:{column}";
    }

    public DeclaredException Error(int offset, string problem, Exception? inner = null)
    {
        var (line, column) = LineAndColumn(offset);
        return LengthOf(line) <= LongestShown ? _file.Error(line, column, problem, inner) : new($"{Name}:{line}:{column}: {problem}", inner);
    }

    private JsonPlace Value(ref Utf8JsonReader reader)
    {
        var at = (int)reader.TokenStartIndex;
        if (++_values > MostValues) throw Error(at, $"more than {MostValues} values; hand over the plan or state of the deployment alone");
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new(this, at, JsonValueKind.Object, Members(ref reader)),
            JsonTokenType.StartArray => new(this, at, JsonValueKind.Array, Elements(ref reader)),
            JsonTokenType.String => new(this, at, JsonValueKind.String, reader.GetString()),
            JsonTokenType.Number => new(this, at, JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => new(this, at, JsonValueKind.True, null),
            JsonTokenType.False => new(this, at, JsonValueKind.False, null),
            _ => new(this, at, JsonValueKind.Null, null),
        };
    }

    private Dictionary<string, JsonPlace> Members(ref Utf8JsonReader reader)
    {
        var members = new Dictionary<string, JsonPlace>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var (name, at) = (reader.GetString()!, (int)reader.TokenStartIndex);
            reader.Read();
            if (!members.TryAdd(name, Value(ref reader))) throw Error(at, $"key \"{OneLine.Of(name)}\" stands here for a second time");
        }
        return members;
    }

    private List<JsonPlace> Elements(ref Utf8JsonReader reader)
    {
        var elements = new List<JsonPlace>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray) elements.Add(Value(ref reader));
        return elements;
    }

    private int OffsetOf(JsonException e, long consumed) =>
        e.LineNumber is { } line && e.BytePositionInLine is { } column && line < _lines.Value.Count ? _lines.Value[(int)line] + (int)column : (int)consumed;

    private (int Line, int Column) LineAndColumn(int offset)
    {
        offset = Math.Clamp(offset, 0, _bytes.Length);
        var found = _lines.Value.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, _characters.Value.Before(offset) - _characters.Value.Before(_lines.Value[line]) + 1);
    }

    private int LengthOf(int line) => (line < _lines.Value.Count ? _lines.Value[line] : _bytes.Length) - _lines.Value[line - 1];

    private static List<int> LineStarts(byte[] bytes)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < bytes.Length; i++)
            if (bytes[i] == (byte)'\n') starts.Add(i + 1);
        return starts;
    }
}
