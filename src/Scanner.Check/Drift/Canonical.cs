using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Scanner.Check.Drift;

/// <summary>Values as text by which they are compared: the order of members makes no difference, and neither does one that is null or not there.</summary>
internal static class Canonical
{
    /// <summary>Whether both are the same, byte by byte.</summary>
    public static bool IsSameText(JsonElement one, JsonElement other) => JsonMarshal.GetRawUtf8Value(one).SequenceEqual(JsonMarshal.GetRawUtf8Value(other));

    public static string Of(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) return value.GetRawText();
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

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
