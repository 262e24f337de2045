using System.Text.Json;
using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>The functions that are followed; what others answer is not known.</summary>
internal static class TemplateFunctions
{
    public static TemplateValue Call(string name, IReadOnlyList<TemplateValue> given, Ide ide) => (name, given) switch
    {
        ("not", [var x]) => TemplateValue.Of(!x.Truth),
        ("empty", [var x]) => TemplateValue.Of(!x.Truth),
        ("and" or "all", [_, ..]) => All(given),
        ("or" or "any", [_, ..]) => Any(given),
        ("has", [{ Text: { } tag }, { Place: TemplatePlace.Tags }]) => TemplateValue.Of(SessionTags.Has(ide, tag)),
        ("len", [{ Length: { } length }]) => TemplateValue.Of(length),
        ("eq", [var a, var b]) => TemplateValue.Of(Same(a, b)),
        ("ne", [var a, var b]) => TemplateValue.Of(!Same(a, b)),
        ("gt", [{ Number: { } a }, { Number: { } b }]) => TemplateValue.Of(a > b),
        ("ge", [{ Number: { } a }, { Number: { } b }]) => TemplateValue.Of(a >= b),
        ("lt", [{ Number: { } a }, { Number: { } b }]) => TemplateValue.Of(a < b),
        ("default", [var fallback, { Truth: { } set } x]) => set ? x : fallback,
        ("get", [{ Data.ValueKind: JsonValueKind.Object } map, { Text: { } key }]) => map.Field(key),
        ("hasKey", [{ Data: { ValueKind: JsonValueKind.Object } map }, { Text: { } key }]) => TemplateValue.Of(map.TryGetProperty(key, out _)),
        _ => Write(name, given),
    };

    /// <summary>Functions that make text. JSON is YAML too, so that data is written on one line.</summary>
    private static TemplateValue Write(string name, IReadOnlyList<TemplateValue> given) => (name, given) switch
    {
        ("toYaml" or "mustToYaml" or "toJson" or "mustToJson" or "quote", [{ Data: { } data }]) => TemplateValue.Of(JsonSerializer.Serialize(data)),
        ("trim", [{ Text: { } text }]) => TemplateValue.Of(text.Trim()),
        ("nindent", [{ Number: { } columns }, { Text: { } text }]) => TemplateValue.Of("\n" + Indent(columns, text)),
        ("indent", [{ Number: { } columns }, { Text: { } text }]) => TemplateValue.Of(Indent(columns, text)),
        _ => TemplateValue.Unknown,
    };

    private static string Indent(int columns, string text)
    {
        var pad = new string(' ', Math.Clamp(columns, 0, 200));
        return pad + text.Replace("\n", "\n" + pad, StringComparison.Ordinal);
    }

    private static TemplateValue All(IReadOnlyList<TemplateValue> given) =>
        given.Any(x => x.Truth is false) ? TemplateValue.Of(false) : given.All(x => x.Truth is true) ? given[^1] : TemplateValue.Unknown;

    private static TemplateValue Any(IReadOnlyList<TemplateValue> given) =>
        given.Any(x => x.Truth is true) ? new(true, given[0].Truth is true ? given[0].Data : null) : given.All(x => x.Truth is false) ? given[^1] : TemplateValue.Unknown;

    private static bool? Same(TemplateValue a, TemplateValue b) => a.Data is { } x && b.Data is { } y ? JsonElement.DeepEquals(x, y) : null;
}
