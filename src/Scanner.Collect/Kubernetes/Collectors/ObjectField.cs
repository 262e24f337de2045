using System.Text.Json;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>
/// A place in an object, which knows its path; what it holds may be absent. What stands there in another form than asked for was not said.
/// Read inside <see cref="Answer{T}"/>, which makes a gap of what is missing.
/// </summary>
internal sealed class ObjectField(JsonElement json, string path = "")
{
    /// <summary>A server leaves out what is empty; null comes from people who wrote it.</summary>
    public bool IsAbsent => json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>Itself, where something is there.</summary>
    public ObjectField Present => IsAbsent ? throw Unusable : this;

    public IEnumerable<string> Names => IsAbsent ? [] : Object.EnumerateObject().Select(p => p.Name);

    /// <summary>The text; null where there is none, or it is empty, which the API does not tell apart.</summary>
    public string? Text => IsAbsent ? null : json.ValueKind is JsonValueKind.String ? json.GetString() is { Length: > 0 } text ? text : null : throw Unusable;

    public string NeedText => Text ?? throw Unusable;

    /// <summary>A number or a text, as text, such as a port that may have a name.</summary>
    public string? Scalar => json.ValueKind is JsonValueKind.Number ? json.GetRawText() : Text;

    public string NeedScalar => Scalar ?? throw Unusable;

    public int NeedNumber => Number ?? throw Unusable;

    public int? Number => IsAbsent ? null : json.ValueKind is JsonValueKind.Number && json.TryGetInt32(out var number) ? number : throw Unusable;

    public bool NeedFlag => Flag ?? throw Unusable;

    public DateTimeOffset NeedTime => json.ValueKind is JsonValueKind.String && json.TryGetDateTimeOffset(out var time) ? time : throw Unusable;

    /// <summary>The elements of a list; none where there is no list, which is how the API writes an empty one.</summary>
    public IReadOnlyList<ObjectField> List => IsAbsent ? []
        : json.ValueKind is JsonValueKind.Array ? [.. json.EnumerateArray().Select((e, i) => new ObjectField(e, $"{path}[{i}]"))]
        : throw Unusable;

    /// <summary>Names and values; none where there is nothing, which is how the API writes that.</summary>
    public StringMap Map => IsAbsent ? StringMap.Empty
        : new(Object.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.ValueKind is JsonValueKind.String ? p.Value.GetString()! : throw new AbsentFieldException($"{path}.{p.Name}"))));

    /// <summary>The annotations that may be kept, where this is metadata.</summary>
    public StringMap KeptAnnotations => Collectors.KeptAnnotations.Of(Present.Object);

    /// <summary>To be thrown where what stands here is of no use.</summary>
    public AbsentFieldException Unusable => new(path);

    public bool? Flag => IsAbsent ? null : json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : throw Unusable;

    private JsonElement Object => json.ValueKind is JsonValueKind.Object ? json : throw Unusable;

    /// <summary>A field of the object here; absent where that is absent.</summary>
    public ObjectField this[string name] =>
        new(IsAbsent || !Object.TryGetProperty(name, out var field) ? default : field, path.Length == 0 ? name : $"{path}.{name}");

    public bool FlagOr(bool documented) => Flag is { } flag ? flag : documented;

    public int NumberOr(int documented) => Number is { } number ? number : documented;
}
