using System.Text.Json.Serialization;
using Scanner.Model;

namespace Scanner.Report.Json;

/// <summary>How the report on a change is written: as reports are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", Converters =
    [typeof(CamelCase<Severity>), typeof(CamelCase<Verdict>), typeof(CamelCase<GapCause>), typeof(CamelCase<RemedyKind>), typeof(UtcTime)])]
[JsonSerializable(typeof(DiffDocument))]
internal sealed partial class DiffJson : JsonSerializerContext;
