using System.Text.Json;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>A value in a JSON file, and where it stands.</summary>
/// <param name="file">The file.</param>
/// <param name="offset">Where the value begins, in bytes.</param>
/// <param name="kind">What it is.</param>
/// <param name="content">The text of a string or number, the members of an object, or the elements of a list; null of anything else.</param>
internal sealed class JsonPlace(JsonFile file, int offset, JsonValueKind kind, object? content)
{
    private static readonly Dictionary<string, JsonPlace> s_none = [];

    public JsonFile File => file;

    public int Offset => offset;

    public JsonValueKind Kind => kind;

    public bool IsNull => kind is JsonValueKind.Null;

    public bool IsTrue => kind is JsonValueKind.True;

    public bool IsFalse => kind is JsonValueKind.False;

    public bool IsObject => kind is JsonValueKind.Object;

    /// <summary>The characters of a string; null of anything else.</summary>
    public string? Text => kind is JsonValueKind.String ? (string)content! : null;

    /// <summary>The digits of a number; null of anything else.</summary>
    public string? Digits => kind is JsonValueKind.Number ? (string)content! : null;

    /// <summary>The members of an object; none of anything else.</summary>
    public IReadOnlyDictionary<string, JsonPlace> Members => content as Dictionary<string, JsonPlace> ?? s_none;

    /// <summary>The elements of a list; none of anything else.</summary>
    public IReadOnlyList<JsonPlace> Elements => content as List<JsonPlace> ?? [];

    /// <summary>A member; null where it is missing or null.</summary>
    public JsonPlace? this[string name] => Members.TryGetValue(name, out var member) && !member.IsNull ? member : null;

    /// <summary>A member that must be an object where it is there.</summary>
    /// <exception cref="DeclaredException">It is something else.</exception>
    public JsonPlace? Object(string name) => Typed(name, JsonValueKind.Object, "keys and values");

    /// <summary>The elements of a member that must be a list where it is there.</summary>
    /// <exception cref="DeclaredException">It is something else.</exception>
    public IReadOnlyList<JsonPlace> List(string name) => Typed(name, JsonValueKind.Array, "a list")?.Elements ?? [];

    /// <summary>The text of a member that must be one where it is there.</summary>
    /// <exception cref="DeclaredException">It is something else.</exception>
    public string? String(string name) => Typed(name, JsonValueKind.String, "a text")?.Text;

    /// <summary>A member that must be there.</summary>
    /// <exception cref="DeclaredException">It is missing, or no text.</exception>
    public string NeedString(string name) => String(name) ?? throw file.Error(offset, $"\"{name}\" is missing");

    private JsonPlace? Typed(string name, JsonValueKind expected, string what) =>
        this[name] is not { } member ? null : member.Kind == expected ? member : throw file.Error(member.Offset, $"\"{name}\" must be {what}");
}
