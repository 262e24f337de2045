using System.IO.Compression;
using System.Text.Json;

namespace Scanner.Model.Snapshots;

/// <summary>Reads a snapshot, plain or gzipped. Anything odd ends with the file, the line and what is wrong there.</summary>
internal sealed class SnapshotReader : IDisposable
{
    private const string NoSnapshot = "not a snapshot; write one with scanner snapshot -o FILE";
    private const int LongestLine = 16 * 1024 * 1024;
    private const long Largest = 2L * 1024 * 1024 * 1024; // decompressed: a small file may hold endless zeros

    private readonly string _file;
    private readonly LineReader _lines;
    private readonly List<ObservationLine> _observations = [];
    private readonly HashSet<(string Kind, string Id, Plane Plane, string Scope, string Action)> _seen = [];
    private readonly List<(Coverage Coverage, int? Gap, int Line)> _coverage = [];
    private readonly Dictionary<int, Gap> _gaps = [];
    private readonly SharedText _shared = new();
    private int _line;

    private SnapshotReader(Stream input, string file) => (_file, _lines) = (file, new LineReader(input, LongestLine, Largest));

    /// <param name="input">The snapshot's bytes; must be seekable.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="SnapshotFormatException">It is no snapshot, or is cut, damaged, or of another major version.</exception>
    public static Snapshot Read(Stream input, string file)
    {
        var isGzip = input.ReadByte() == 0x1f && input.ReadByte() == 0x8b;
        input.Position = 0;
        using var plain = isGzip ? new GZipStream(input, CompressionMode.Decompress, leaveOpen: true) : null;
        using var reader = new SnapshotReader(plain ?? input, file);
        return reader.Located(reader.Read);
    }

    public void Dispose() => _lines.Dispose();

    private Snapshot Read()
    {
        var header = ReadHeader();
        while (true)
        {
            using var line = Next() ?? throw new InvalidDataException("cut off: the trailer is missing");
            if (line.RootElement.TryGetProperty("end", out var end))
            {
                CheckTrailer(end);
                return Assemble(header);
            }
            Take(line.RootElement);
        }
    }

    private Header ReadHeader()
    {
        using var line = Next() ?? throw new InvalidDataException("the file is empty");
        var schema = line.RootElement.TryGetProperty("schema", out var value) ? value.GetString() ?? "" : "";
        if (!schema.StartsWith("scanner.snapshot/", StringComparison.Ordinal))
            throw new InvalidDataException(NoSnapshot);
        if (!schema.StartsWith("scanner.snapshot/1.", StringComparison.Ordinal))
            throw new InvalidDataException($"{OneLine.Of(schema)} is another major version; this program reads scanner.snapshot/1.x");
        return SnapshotLines.Header(line.RootElement);
    }

    private void Take(JsonElement line)
    {
        if (line.TryGetProperty("id", out _)) TakeObservation(SnapshotLines.Observation(line, _line, _shared));
        else if (line.TryGetProperty("gap", out var number))
        {
            if (!_gaps.TryAdd(number.GetInt32(), SnapshotLines.Gap(line))) throw new InvalidDataException($"gap {number} stands here for a second time");
        }
        else if (line.TryGetProperty("coverage", out var listing))
            _coverage.Add((SnapshotLines.Coverage(listing), line.TryGetProperty("?", out var gap) ? gap.GetInt32() : null, _line));
        else throw new InvalidDataException("neither an observation, a gap, coverage nor the trailer");
    }

    private void TakeObservation(ObservationLine line)
    {
        var observation = line.Observation;
        var (plane, scope, action, _) = observation.Evidence;
        if (!_seen.Add((observation.Kind, observation.Id, plane, scope, action)))
            throw new InvalidDataException($"{observation.Kind} {OneLine.Of(observation.Id)} is observed by {OneLine.Of(action)} for a second time");
        _observations.Add(line);
    }

    private void CheckTrailer(JsonElement end)
    {
        var lines = end.GetProperty("lines").GetInt32();
        if (lines != _line - 1) throw new InvalidDataException($"the trailer counts {lines} lines before it, and there are {_line - 1}");
        if (end.GetProperty("sha256").GetString() != _lines.ChecksumBefore) throw new InvalidDataException("the checksum differs: the file was changed or damaged after it was written");
        if (_lines.Next() is not null) throw new InvalidDataException("something stands after the trailer");
    }

    private Snapshot Assemble(Header header)
    {
        var observations = _observations.ConvertAll(o => o.Resolve(number => Gap(number, o.Observation.Line)));
        var coverage = _coverage.ConvertAll(c => c.Coverage with { Gap = c.Gap is { } number ? Gap(number, c.Line) : null });
        return new(header, observations, coverage) { File = _file };
    }

    private Gap Gap(int number, int line)
    {
        if (_gaps.TryGetValue(number, out var gap)) return gap;
        _line = line;
        throw new InvalidDataException($"gap {number} is referred to and does not exist");
    }

    private JsonDocument? Next()
    {
        _line++;
        if (_lines.Next() is not { } bytes) return null;
        var document = JsonDocument.Parse(bytes, new() { MaxDepth = SnapshotJson.Options.MaxDepth, AllowDuplicateProperties = false });
        if (document.RootElement.ValueKind is JsonValueKind.Object) return document;
        document.Dispose();
        throw new InvalidDataException(_line == 1 ? NoSnapshot : "not a JSON object");
    }

    /// <summary>Says of every way in which reading fails which line it was.</summary>
    private Snapshot Located(Func<Snapshot> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new SnapshotFormatException(_file, _line, _line == 1 && e is JsonException ? NoSnapshot : OneLine.Of(e.Message), e);
        }
    }
}
