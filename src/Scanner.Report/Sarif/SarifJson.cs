using System.Text.Json.Serialization;
using Scanner.Report.Json;

namespace Scanner.Report.Sarif;

/// <summary>How SARIF is written: camel case, names for enums, what is null left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(CamelCase<SarifLevel>), typeof(CamelCase<SarifKind>), typeof(CamelCase<SarifBaselineState>), typeof(UtcTime)])]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifJson : JsonSerializerContext;
