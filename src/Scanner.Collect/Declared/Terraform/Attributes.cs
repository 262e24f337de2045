using System.Globalization;
using System.Text.Json;
using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>The attributes of a resource, or of a block in it. What is not known yet, or sensitive, cannot be read.</summary>
/// <param name="values">What is known.</param>
/// <param name="unknown">What is known after apply only: true, or the same structure with true at the places; null in a state.</param>
/// <param name="sensitive">What is sensitive, likewise.</param>
/// <param name="path">How messages name it.</param>
/// <param name="expressions">What the block was written with; null where that is not at hand.</param>
internal sealed class Attributes(JsonPlace values, JsonPlace? unknown, JsonPlace? sensitive, string path, JsonPlace? expressions)
{
    public string Path => path;

    /// <summary>Whether the file has the attribute at all, known or not.</summary>
    public bool Has(string name) => values.Members.ContainsKey(name) || IsUnknown(name);

    /// <summary>Whether the whole attribute is known after apply only.</summary>
    public bool IsUnknown(string name) => unknown is { IsTrue: true } || unknown?[name] is { IsTrue: true };

    /// <summary>What an attribute was written with; null where that is not at hand, or it was not written.</summary>
    public JsonPlace? Expression(string name) => expressions?[name];

    /// <summary>Whether the configuration is at hand and leaves the attribute out, so that it has its default.</summary>
    public bool IsLeftOut(string name) => expressions is not null && expressions[name] is null;

    public string? Text(string name) => Value(name) is not { } value ? null : value.Text ?? throw Absent(name);

    /// <summary>Text that is there; AWS gives the empty one where there is none.</summary>
    public string? Filled(string name) => Text(name) is { Length: > 0 } text ? text : null;

    /// <summary>Text that is there, known and not sensitive; null for anything else.</summary>
    public string? Peek(string name) => IsUnknown(name) || sensitive is { IsTrue: true } || sensitive?[name] is { IsTrue: true } ? null : values[name]?.Text;

    public string Need(string name) => Filled(name) ?? throw Absent(name);

    public bool? Switch(string name) => Value(name)?.Kind switch { null => null, JsonValueKind.True => true, JsonValueKind.False => false, _ => throw Absent(name) };

    public bool NeedSwitch(string name) => Switch(name) ?? throw Absent(name);

    public int? Number(string name) => Value(name) is not { } value ? null
        : int.TryParse(value.Digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Absent(name);

    public int NeedNumber(string name) => Number(name) ?? throw Absent(name);

    public decimal? Decimal(string name) => Value(name) is not { } value ? null
        : decimal.TryParse(value.Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Absent(name);

    /// <summary>The texts of a list; null where the attribute is null.</summary>
    public IReadOnlyList<string>? Texts(string name) => Elements(name)?.Select((e, i) => Known(name, i) && e.Text is { } text ? text : throw Absent(name)).ToList();

    /// <summary>The texts of a list; none where the attribute is null.</summary>
    public IReadOnlyList<string> AllTexts(string name) => Texts(name) ?? [];

    /// <summary>The blocks of a name; none where the attribute is null.</summary>
    public IReadOnlyList<Attributes> Blocks(string name) => Elements(name) is { } all ? [.. all.Select((e, i) => Part(name, e, i, all.Count))] : [];

    /// <summary>The one block of a name; null where there is none.</summary>
    public Attributes? Block(string name) => Blocks(name) switch { [] => null, [var one] => one, _ => throw Absent(name) };

    public Attributes NeedBlock(string name) => Block(name) ?? throw Absent(name);

    /// <summary>Names and values, such as tags; none where the attribute is null.</summary>
    public StringMap Map(string name, Func<IEnumerable<KeyValuePair<string, string>>, StringMap> make)
    {
        if (Value(name) is not { } map) return StringMap.Empty;
        if (!map.IsObject || unknown?[name]?.Members.Values.Any(u => u.IsTrue) == true) throw map.IsObject ? UnsaidException.AfterApply(Join(name)) : Absent(name);
        if (sensitive?[name]?.Members.Values.Any(s => s.IsTrue) == true) throw UnsaidException.Sensitive(Join(name));
        return make(map.Members.Select(m => KeyValuePair.Create(m.Key, m.Value.IsNull ? "" : m.Value.Text ?? throw Absent(name))));
    }

    /// <summary>All tags, those of the provider's <c>default_tags</c> too where the provider tells them.</summary>
    public StringMap Tags() => Map(Has("tags_all") && !IsUnknown("tags_all") ? "tags_all" : "tags", tags => AwsTags.Of(tags, t => t.Key, t => t.Value));

    public UnsaidException Absent(string name) => UnsaidException.Absent(Join(name));

    public string Join(string name) => $"{path}.{name}";

    /// <summary>How many elements a list will have, and which of them are known; null where not even their number is.</summary>
    public IReadOnlyList<string?>? Partly(string name) =>
        sensitive is { IsTrue: true } || sensitive?[name] is { } marked && (marked.IsTrue || marked.Elements.Any(e => e.IsTrue)) ? throw UnsaidException.Sensitive(Join(name))
        : IsUnknown(name) || values[name] is not { Kind: JsonValueKind.Array } list ? null : [.. list.Elements.Select((e, i) => IsUnknownAt(name, i) ? null : e.Text)];

    private bool Known(string name, int index)
    {
        if (IsUnknownAt(name, index)) throw UnsaidException.AfterApply(Join(name));
        if (At(sensitive?[name], index) is { IsTrue: true }) throw UnsaidException.Sensitive(Join(name));
        return true;
    }

    private bool IsUnknownAt(string name, int index) => At(unknown?[name], index) is { IsTrue: true };

    private IReadOnlyList<JsonPlace>? Elements(string name) =>
        Value(name) is not { } list ? null : list.Kind is JsonValueKind.Array ? list.Elements : throw Absent(name);

    private Attributes Part(string name, JsonPlace element, int index, int count)
    {
        if (!Known(name, index) || !element.IsObject) throw Absent(name);
        return new(element, At(unknown?[name], index), At(sensitive?[name], index), Join(name), Written(name, index, count));
    }

    /// <summary>What one of several blocks was written with. Of a set nobody knows in which order its blocks were written, nor which a dynamic block made.</summary>
    private JsonPlace? Written(string name, int index, int count) => expressions?[name] switch
    {
        { Kind: JsonValueKind.Array } blocks when blocks.Elements.Count == count && (count == 1 || name is "action" or "default_action") => blocks.Elements[index],
        _ => null,
    };

    /// <summary>Null is what the provider left without a value. A missing attribute was not said.</summary>
    private JsonPlace? Value(string name)
    {
        if (sensitive is { IsTrue: true } || sensitive?[name] is { IsTrue: true }) throw UnsaidException.Sensitive(Join(name));
        if (IsUnknown(name)) throw UnsaidException.AfterApply(Join(name));
        return values.Members.TryGetValue(name, out var value) ? value.IsNull ? null : value : throw Absent(name);
    }

    private static JsonPlace? At(JsonPlace? list, int index) => list is null ? null : list.IsTrue ? list : index < list.Elements.Count ? list.Elements[index] : null;
}
