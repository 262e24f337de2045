using System.Text.Json.Serialization;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.History;
using Scanner.Report.Json;

namespace Scanner.Report.History;

/// <summary>How histories are written: as reports are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n",
    Converters = [typeof(CamelCase<Severity>), typeof(CamelCase<ChangeKind>), typeof(CamelCase<FailureState>), typeof(UtcTime)])]
[JsonSerializable(typeof(HistoryDocument))]
internal sealed partial class HistoryJson : JsonSerializerContext;
