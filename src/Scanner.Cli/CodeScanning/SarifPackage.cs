using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Scanner.Model;

namespace Scanner.Cli.CodeScanning;

/// <summary>A SARIF file as code scanning takes it: gzip in Base64, after a look at whether GitHub would take it at all.</summary>
/// <param name="Compressed">The file, gzip-compressed.</param>
/// <param name="Results">How many results all its runs have.</param>
/// <param name="StartedAt">When the first run began, as its first invocation says; null where it says nothing.</param>
internal sealed record SarifPackage(byte[] Compressed, int Results, DateTimeOffset? StartedAt)
{
    /// <summary>What GitHub documents: a gzip of 10 MB, 20 runs, 25,000 results in a run. Above, it refuses the file.</summary>
    public const int LargestGzip = 10_000_000;

    /// <inheritdoc cref="LargestGzip"/>
    public const int MostRuns = 20;

    /// <inheritdoc cref="LargestGzip"/>
    public const int MostResults = 25_000;

    private const int LargestFile = 512 << 20;

    /// <exception cref="UserErrorException">The file cannot be read, is no SARIF 2.1.0, holds what GitHub would show wrongly, or is more than it takes.</exception>
    public static SarifPackage Read(string path)
    {
        var bytes = Bytes(path);
        using var log = Parsed(path, bytes);
        var runs = RunsOf(path, log.RootElement);
        if (runs.Count > MostRuns) throw Refused(path, $"{runs.Count} runs, and GitHub takes {MostRuns} in a file; scan fewer targets at a time");
        var counts = runs.ConvertAll(r => Listed(r, "results").Count);
        if (counts.Exists(c => c > MostResults)) throw Refused(path, $"{counts.Max()} results in a run, and GitHub takes {MostResults}");
        if (runs.SelectMany(r => Listed(r, "results")).Any(IsNoFailure)) throw Refused(path, "holds verdicts that are no failures, which GitHub would show as alerts; upload what --out github-sarif wrote");
        var compressed = Compress(bytes);
        return compressed.Length <= LargestGzip ? new(compressed, counts.Sum(), StartOf(runs))
            : throw Refused(path, $"{compressed.Length} bytes compressed, and GitHub takes {LargestGzip}; scan fewer targets at a time");
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return new FileInfo(path) is { Length: > LargestFile } file ? throw Refused(path, $"{file.Length} bytes, more than code scanning takes") : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static JsonDocument Parsed(string path, byte[] bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException e)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}:{e.LineNumber + 1}:{e.BytePositionInLine + 1}");
            throw new UserErrorException($"{place}: is no JSON; scanner check --out github-sarif={path} writes what can be uploaded", e);
        }
    }

    private static List<JsonElement> RunsOf(string path, JsonElement log) =>
        log.ValueKind is JsonValueKind.Object && log.TryGetProperty("version", out var version) && version.ValueEquals("2.1.0") && Listed(log, "runs") is { Count: > 0 } runs
            && runs.TrueForAll(r => r.ValueKind is JsonValueKind.Object) ? runs
        : throw Refused(path, "is no SARIF 2.1.0 with a run; scanner check --out github-sarif=FILE writes one");

    private static List<JsonElement> Listed(JsonElement parent, string property) =>
        parent.TryGetProperty(property, out var list) && list.ValueKind is JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static bool IsNoFailure(JsonElement result) =>
        result.ValueKind is JsonValueKind.Object && result.TryGetProperty("kind", out var kind) && kind.ValueKind is JsonValueKind.String && !kind.ValueEquals("fail");

    private static DateTimeOffset? StartOf(List<JsonElement> runs) =>
        runs.SelectMany(r => Listed(r, "invocations"))
            .Select(i => i.ValueKind is JsonValueKind.Object && i.TryGetProperty("startTimeUtc", out var start) && start.TryGetDateTimeOffset(out var at) ? at : (DateTimeOffset?)null)
            .FirstOrDefault(at => at is not null);

    private static byte[] Compress(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return buffer.ToArray();
    }

    private static UserErrorException Refused(string path, string why) => new($"{OneLine.Of(path)}: {why}");
}
