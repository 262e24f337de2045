using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Scanner.Check.Drift;

/// <summary>Values as text by which they are compared: the order of members makes no difference, and neither does one that is null or not there.</summary>
internal static class Canonical
{
    /// <summary>What is written beside what it follows from, so that one change would be told twice.</summary>
    public static bool IsDerived(string member) => member == "requiresNodes";

    /// <summary>Whether both are the same, byte by byte.</summary>
    public static bool IsSameText(JsonElement one, JsonElement other) => JsonMarshal.GetRawUtf8Value(one).SequenceEqual(JsonMarshal.GetRawUtf8Value(other));

    public static string Of(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) return value.GetRawText();
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    /// <summary>Each value once, in the order of its text.</summary>
    public static SortedDictionary<string, JsonElement> Distinct(IEnumerable<JsonElement> values)
    {
        var distinct = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var value in values) distinct.TryAdd(Of(value), value);
        return distinct;
    }

    /// <summary>A member that is there; one that is null is as good as none, since an older version may not write it.</summary>
    public static JsonElement? Member(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member : null;

    private static void Write(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var member in value.EnumerateObject().Where(m => m.Value.ValueKind is not JsonValueKind.Null).OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    text.Append(JsonEncodedText.Encode(member.Name).Value).Append(':');
                    Write(member.Value, text);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var element in value.EnumerateArray())
                {
                    Write(element, text);
                    text.Append(',');
                }
                text.Append(']');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }
}
