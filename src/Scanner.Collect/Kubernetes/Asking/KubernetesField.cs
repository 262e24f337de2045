using System.Globalization;
using System.Text.Json;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes;

/// <summary>A place in an object, which may be empty. What is there in another form than asked for ends the reading of the fact, naming the place.</summary>
internal readonly struct KubernetesField(JsonElement? json, string path)
{
    public bool IsThere => json is { ValueKind: not JsonValueKind.Null };

    public KubernetesField this[string name] => Of(JsonValueKind.Object) is not { } there ? new(null, $"{path}.{name}")
        : new(there.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null, $"{path}.{name}");

    public string? Text() => Of(JsonValueKind.String)?.GetString();

    public string NeedText() => Text() is { Length: > 0 } text ? text : throw Absent();

    public bool? Flag() => !IsThere ? null : json!.Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Absent(),
    };

    public int? Number() => Of(JsonValueKind.Number) is not { } there ? null : there.TryGetInt32(out var number) ? number : throw Absent();

    public int NeedNumber() => Number() ?? throw Absent();

    /// <summary>What may be a number or a text, such as a port or a quantity, as text.</summary>
    public string? Scalar() => !IsThere ? null : json!.Value.ValueKind switch
    {
        JsonValueKind.String => json.Value.GetString(),
        JsonValueKind.Number => json.Value.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture) : json.Value.GetRawText(),
        _ => throw Absent(),
    };

    public string NeedScalar() => Scalar() is { Length: > 0 } text ? text : throw Absent();

    /// <summary>The elements of a list; none where it is absent, because the API leaves empty lists out.</summary>
    public IEnumerable<KubernetesField> Items()
    {
        var place = path;
        return Of(JsonValueKind.Array) is not { } there ? [] : there.EnumerateArray().Select((item, at) => new KubernetesField(item, $"{place}[{at}]"));
    }

    /// <summary>Names and values; none where it is absent, because the API leaves empty maps out.</summary>
    public StringMap Map()
    {
        var place = path;
        return Of(JsonValueKind.Object) is not { } there ? StringMap.Empty
            : new(there.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, new KubernetesField(m.Value, $"{place}.{m.Name}").NeedValue())));
    }

    public KubernetesField Need() => IsThere ? this : throw Absent();

    private string NeedValue() => Scalar() ?? throw Absent();

    private JsonElement? Of(JsonValueKind kind) => !IsThere ? null : json!.Value.ValueKind == kind ? json : throw Absent();

    private AbsentFieldException Absent() => new(path);
}
