using System.Text.Json;

namespace Scanner.Collect.Workbench;

/// <summary>The chart's values for templates: JSON between a <c>define</c> and an <c>end</c>.</summary>
internal static class TemplateData
{
    public const string FileName = "rstudio-library-templates-data.tpl";

    /// <summary>By which templates include it.</summary>
    public const string Name = "rstudio-library.templates.data";

    /// <summary>The JSON; null where the text is something else.</summary>
    public static JsonElement? Read(string text)
    {
        if (text.Length > JobTemplate.Largest || TemplateLexer.Read(text) is not ({ } parts, 0)) return null;
        var said = parts.Where(p => p.Action is not null || !string.IsNullOrWhiteSpace(p.Text)).ToList();
        return said is [{ Keyword: "define", Action: [_, { Text: Name }] }, { Action: null, Text: var json }, { Keyword: "end" }] ? Parse(json) : null;
    }

    private static JsonElement? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
