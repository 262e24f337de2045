using System.Text.Json;
using System.Text.Json.Serialization;
using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Json;

/// <summary>How the JSON report is written: camel case, names for enums, every member present, all but plain ASCII escaped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n",
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, Converters =
    [
        typeof(CamelCase<Severity>), typeof(CamelCase<Verdict>), typeof(CamelCase<Level>), typeof(CamelCase<Basis>),
        typeof(CamelCase<Confidence>), typeof(CamelCase<GapCause>), typeof(CamelCase<RemedyKind>), typeof(CamelCase<Plane>), typeof(UtcTime),
        typeof(CamelCase<BaselineState>), typeof(CamelCase<PastFate>), typeof(CamelCase<WaiverState>),
    ])]
[JsonSerializable(typeof(ReportDocument)), JsonSerializable(typeof(DeclaredDriftDocument))]
internal sealed partial class ReportJson : JsonSerializerContext;

/// <summary>An enum's names in camel case.</summary>
internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
