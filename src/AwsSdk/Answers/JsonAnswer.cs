using System.Text.Json;

namespace Scanner.AwsSdk;

/// <summary>Reads a JSON body whole, so that a cut one is noticed before any of it is used.</summary>
internal static class JsonAnswer
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    public static AwsValue Read(Stream body, string name)
    {
        using var document = JsonDocument.Parse(body, Options);
        return Value(name, null, document.RootElement);
    }

    private static AwsValue Value(string name, AwsValue? parent, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null: return new AwsValue(name, parent, AwsValueKind.Null);
            case JsonValueKind.Object:
                var structure = new AwsValue(name, parent, AwsValueKind.Object);
                foreach (var member in json.EnumerateObject()) structure.Add(Value(member.Name, structure, member.Value));
                return structure;
            case JsonValueKind.Array:
                var list = new AwsValue(name, parent, AwsValueKind.Array);
                foreach (var entry in json.EnumerateArray()) list.Add(Value($"[{list.Children.Count}]", list, entry));
                return list;
            case JsonValueKind.String: return new AwsValue(name, parent, AwsValueKind.Scalar, json.GetString()!);
            default: return new AwsValue(name, parent, AwsValueKind.Scalar, json.GetRawText());
        }
    }
}
