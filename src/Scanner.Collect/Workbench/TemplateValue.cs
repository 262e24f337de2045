using System.Text.Json;

namespace Scanner.Collect.Workbench;

/// <summary>What is known of a value inside a template.</summary>
/// <param name="Truth">Whether an <c>if</c> takes it; null where that is not known.</param>
/// <param name="Data">The value; null where it is not known.</param>
/// <param name="Place">Which of the launcher's own objects it is.</param>
internal sealed record TemplateValue(bool? Truth, JsonElement? Data, TemplatePlace Place = TemplatePlace.None)
{
    public static readonly TemplateValue Unknown = new(null, null);
    public static readonly TemplateValue Root = new(true, null, TemplatePlace.Root);

    private static readonly TemplateValue s_job = new(true, null, TemplatePlace.Job);
    private static readonly TemplateValue s_tags = new(true, null, TemplatePlace.Tags);
    private static readonly TemplateValue s_constraints = new(null, null, TemplatePlace.Constraints);

    public static readonly TemplateValue Nothing = Of(JsonElement.Parse("[]"));

    public static TemplateValue Of(JsonElement data) => new(data.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.Number => data.GetRawText() is not ("0" or "0.0"),
        JsonValueKind.String => data.ValueEquals("") is false,
        JsonValueKind.Array => data.GetArrayLength() > 0,
        JsonValueKind.Object => data.GetPropertyCount() > 0,
        _ => true,
    }, data);

    public static TemplateValue Of(string text) => Of(JsonSerializer.SerializeToElement(text));

    public static TemplateValue Of(bool? truth) => truth is { } known ? Of(JsonSerializer.SerializeToElement(known)) : Unknown;

    public static TemplateValue Of(int number) => Of(JsonSerializer.SerializeToElement(number));

    public string? Text => Data is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Numbers are compared only where they are whole and small, as lengths are.</summary>
    public int? Number => Data is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole) ? whole : null;

    public int? Length => Data switch
    {
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength(),
        { ValueKind: JsonValueKind.Object } map => map.GetPropertyCount(),
        { ValueKind: JsonValueKind.Null } => 0,
        _ => null,
    };

    public TemplateValue Field(string name) => (Place, name) switch
    {
        (TemplatePlace.Root, "Job") => s_job,
        (TemplatePlace.Job, "tags") => s_tags,
        (TemplatePlace.Job, "placementConstraints") => s_constraints,
        _ when Data is { ValueKind: JsonValueKind.Object } map => map.TryGetProperty(name, out var value) ? Of(value) : Of(JsonElement.Parse("null")),
        _ => Unknown,
    };

    /// <summary>The value at a path such as <c>.pod.tolerations</c>.</summary>
    public TemplateValue At(string path) => path.Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate(this, (value, name) => value.Field(name));
}
