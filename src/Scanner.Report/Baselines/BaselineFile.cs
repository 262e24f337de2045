using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Json;

namespace Scanner.Report.Baselines;

/// <summary>Baselines as files: made of a check's report, and read for a later one.</summary>
public static partial class BaselineFile
{
    private const string ReportSchema = "scanner.report/";
    private const int Beginning = 200;
    private const string NoBaseline = "no baseline; make one with scanner baseline create REPORT|SNAPSHOT -o FILE";

    /// <summary>Makes a baseline of what a check found.</summary>
    public static BaselineSummary Write(ScanReport report, Stream output, ReportOptions options) => Write(new DocumentMaker(report.Sorted(), options).Make(), output);

    /// <summary>Makes a baseline of a JSON report, the same as of what the report was written of.</summary>
    /// <exception cref="BaselineFormatException">It cannot be read.</exception>
    public static BaselineSummary Write(byte[] report, string file, Stream output) => Write(Parse(report, file, ReportJson.Default.ReportDocument, ReportSchema, "no JSON report; write one with scanner check --out json=FILE"), output);

    /// <summary>Whether the beginning of a file is that of a JSON report.</summary>
    public static bool IsReport(string beginning) => beginning.TrimStart().StartsWith('{') && beginning.Contains($"\"{ReportSchema}", StringComparison.Ordinal);

    /// <exception cref="BaselineFormatException">It cannot be read.</exception>
    public static Baseline Read(byte[] text, string file) =>
        Located(file, () => BaselineReader.Of(Parse(text, file, BaselineJson.Default.BaselineDocument, "scanner.baseline/", NoBaseline), file));

    private static BaselineSummary Write(ReportDocument report, Stream output)
    {
        JsonSerializer.Serialize(output, BaselineMaker.Of(report), BaselineJson.Default.BaselineDocument);
        output.WriteByte((byte)'\n');
        int Are(Verdict verdict) => report.Environments.Sum(e => e.Findings.Count(f => f.Verdict == verdict));
        return new(report.Environments.Count, Are(Verdict.Fail), Are(Verdict.Unknown), report.Complete);
    }

    private static T Parse<T>(byte[] text, string file, JsonTypeInfo<T> type, string schema, string otherwise) => Located(file, () =>
    {
        if (Encoding.UTF8.GetString(text.AsSpan(0, Math.Min(text.Length, Beginning))).Contains("\"scanner.snapshot/", StringComparison.Ordinal)) throw new BaselineFormatException($"{file}:1:1", otherwise);
        using var document = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
        var own = document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("schema", out var said) && said.ValueKind is JsonValueKind.String ? said.GetString()! : "";
        if (!own.StartsWith(schema, StringComparison.Ordinal)) throw new BaselineFormatException($"{file}:1:1", otherwise);
        if (!own.StartsWith(schema + "1.", StringComparison.Ordinal)) throw new BaselineFormatException($"{file}:1:1", $"{OneLine.Of(own)} is another major version; this program reads {schema}1.x");
        if (own is ReportSchema + "1.0" or ReportSchema + "1.1") throw new BaselineFormatException($"{file}:1:1", $"{own} does not tell what failures rest on: check again with this version, or give the snapshot");
        return JsonSerializer.Deserialize(text, type)!;
    });

    /// <summary>Says of every way in which reading fails where it was.</summary>
    private static T Located<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or FormatException)
        {
            var at = e is JsonException { LineNumber: { } line, BytePositionInLine: { } column } ? $":{line + 1}:{column + 1}" : "";
            throw new BaselineFormatException($"{file}{at}", $"{Problem(e)}; make it anew", e);
        }
    }

    /// <summary>What is well-formed, and is not what stands there, is told by its path.</summary>
    private static string Problem(Exception e) => e is JsonException { Path: { Length: > 0 } path } ? $"{OneLine.Of(path)} is not what is expected there"
        : e is JsonException ? $"not valid JSON: {Tail.Replace(OneLine.Of(e.Message), "").TrimEnd('.')}" : OneLine.Of(e.Message);

    /// <summary>The place, which stands before the message already.</summary>
    [GeneratedRegex(@" LineNumber: \d+ \| BytePositionInLine: \d+\.?", RegexOptions.CultureInvariant)]
    private static partial Regex Tail { get; }
}
