using System.Buffers;
using System.Text.Json;

namespace Scanner.Cli.Lambda;

/// <summary>What an invocation answers: the exit code, the counts of each environment from the JSON report, and where the reports are.</summary>
internal static class ScanAnswer
{
    /// <param name="exitCode">Of the check.</param>
    /// <param name="report">The check's JSON report; null where it came to none.</param>
    /// <param name="written">Addresses of what was written.</param>
    /// <param name="upload">What became of the upload; null where there was none.</param>
    public static byte[] Of(int exitCode, byte[]? report, IReadOnlyList<string> written, string? upload)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("exitCode", exitCode);
            if (report is not null) Summarize(json, report);
            json.WriteStartArray("written");
            foreach (var address in written) json.WriteStringValue(address);
            json.WriteEndArray();
            if (upload is not null) json.WriteString("upload", upload);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Summarize(Utf8JsonWriter json, byte[] report)
    {
        using var document = JsonDocument.Parse(report);
        json.WriteBoolean("complete", document.RootElement.GetProperty("complete").GetBoolean());
        json.WriteStartArray("environments");
        foreach (var environment in document.RootElement.GetProperty("environments").EnumerateArray())
        {
            json.WriteStartObject();
            foreach (var name in (string[])["key", "label", "title", "counts"])
            {
                json.WritePropertyName(name);
                environment.GetProperty(name).WriteTo(json);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
