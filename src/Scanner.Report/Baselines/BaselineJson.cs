using System.Text.Json.Serialization;
using Scanner.Model;
using Scanner.Report.Json;

namespace Scanner.Report.Baselines;

/// <summary>How baselines are written: as reports are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n",
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    Converters = [typeof(CamelCase<Severity>), typeof(CamelCase<Verdict>), typeof(CamelCase<Level>), typeof(CamelCase<Basis>), typeof(CamelCase<GapCause>), typeof(CamelCase<RemedyKind>), typeof(UtcTime)])]
[JsonSerializable(typeof(BaselineDocument))]
internal sealed partial class BaselineJson : JsonSerializerContext;
