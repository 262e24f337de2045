using System.Collections;
using System.Text.Json;

namespace Scanner.AwsSdk;

/// <summary>The body of a request in the JSON protocol.</summary>
internal sealed class JsonBodyWriter(Utf8JsonWriter body) : IAwsWriter
{
    public static byte[] Write(IAwsInput input)
    {
        using var buffer = new MemoryStream();
        using (var body = new Utf8JsonWriter(buffer)) new JsonBodyWriter(body).Value(input);
        return buffer.ToArray();
    }

    public void Add(string name, object? value, string? item)
    {
        if (value is null) return;
        body.WritePropertyName(name);
        Value(value);
    }

    private void Value(object value)
    {
        switch (value)
        {
            case IAwsInput input: Object(input); break;
            case bool flag: body.WriteBooleanValue(flag); break;
            case int number: body.WriteNumberValue(number); break;
            case long number: body.WriteNumberValue(number); break;
            case double number: body.WriteNumberValue(number); break;
            case IDictionary map: Map(map); break;
            case IEnumerable list and not string: List(list); break;
            default: body.WriteStringValue(SentText.Of(value)); break;
        }
    }

    private void Object(IAwsInput input)
    {
        body.WriteStartObject();
        input.Send(this);
        body.WriteEndObject();
    }

    private void Map(IDictionary map)
    {
        body.WriteStartObject();
        foreach (DictionaryEntry entry in map) Add((string)entry.Key, entry.Value, null);
        body.WriteEndObject();
    }

    private void List(IEnumerable list)
    {
        body.WriteStartArray();
        foreach (var entry in list) Value(entry);
        body.WriteEndArray();
    }

    public void Label(string name, object? value) => throw new NotSupportedException(name);
    public void Query(string name, object? value) => throw new NotSupportedException(name);
    public void Header(string name, object? value) => throw new NotSupportedException(name);
}
