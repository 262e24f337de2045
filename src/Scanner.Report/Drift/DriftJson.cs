using System.Text.Encodings.Web;
using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Drift;

namespace Scanner.Report.Drift;

/// <summary>Drift for programs: everything, with the evidence of both sides.</summary>
internal sealed class DriftJson(Utf8JsonWriter json)
{
    private const string Schema = "scanner.drift/1.0";

    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    public static void Write(DriftReport report, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, s_options)) new DriftJson(json).Write(report);
        stream.WriteByte((byte)'\n');
    }

    private void Write(DriftReport report)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        Scan("baseline", report.Baseline);
        Scan("current", report.Current);
        json.WriteNumber("same", report.Same);
        List("changes", report.Changes, Write);
        List("undecided", report.Undecided, Write);
        List("ignored", report.Ignored, Write);
        json.WriteEndObject();
    }

    private void Write(Change change)
    {
        json.WriteString("change", Camel(change.Kind));
        Name(change.Resource);
        json.WriteString("path", change.Kind is ChangeKind.Changed ? change.PathText : null);
        Seen("old", change.Old);
        Seen("new", change.New);
    }

    private void Write(Undecided undecided)
    {
        Name(undecided.Resource);
        json.WriteString("property", undecided.Property);
        json.WriteBoolean("isLoss", undecided.IsLoss);
        Missing("baseline", undecided.Baseline);
        Missing("current", undecided.Current);
    }

    private void Write(Ignored ignored)
    {
        json.WriteString("kind", ignored.Rule.Kind);
        json.WriteString("key", ignored.Rule.Key);
        json.WriteString("path", ignored.Rule.Path);
        json.WriteString("reason", ignored.Rule.Reason);
        json.WriteString("place", ignored.Rule.Place);
        json.WriteNumber("changes", ignored.Changes);
        json.WriteNumber("undecided", ignored.Undecided);
    }

    private void Scan(string name, ComparedScan scan)
    {
        json.WriteStartObject(name);
        json.WriteString("file", scan.File);
        json.WriteString("at", scan.At);
        json.WriteString("schema", scan.Schema);
        json.WriteNumber("resources", scan.Resources);
        json.WriteEndObject();
    }

    private void Name(ResourceName resource)
    {
        json.WriteString("kind", resource.Kind);
        json.WriteString("scope", resource.Scope);
        json.WriteString("key", resource.Key);
    }

    private void Seen(string name, SeenValues? seen)
    {
        if (seen is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteStartArray("values");
        foreach (var value in seen.Values) value.WriteTo(json);
        json.WriteEndArray();
        json.WriteString("plane", Camel(seen.Evidence.Plane));
        json.WriteString("action", seen.Evidence.Action);
        json.WriteString("at", seen.Evidence.At);
        json.WriteString("locator", seen.Evidence.Locator);
        json.WriteEndObject();
    }

    private void Missing(string name, Gap? gap)
    {
        if (gap is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("scope", gap.Scope);
        json.WriteString("action", gap.Action);
        json.WriteString("cause", Camel(gap.Cause));
        json.WriteString("detail", gap.Detail);
        json.WriteString("remedy", gap.Remedy.ToString());
        json.WriteEndObject();
    }

    private void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Camel<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
