using System.Text.Json;

namespace Scanner.Check.Explaining;

/// <summary>How two values of a property differ, in the smallest part that has all of the difference.</summary>
/// <param name="Path">The part, e.g. <c>sharedStorage[/home].fileSystemId</c>.</param>
/// <param name="Before">What it is.</param>
/// <param name="After">What it would be; null where it would not be there.</param>
/// <param name="IsAdded">Whether <paramref name="After"/> would be there besides.</param>
public sealed record ValueChange(string Path, string Before, string? After, bool IsAdded)
{
    private const int Longest = 120;

    /// <summary>What entries of lists are told apart by, the first that they have.</summary>
    private static readonly string[] s_names = ["mountDir", "name", "key", "id", "file", "path", "port"];

    /// <summary>The clause after "would pass".</summary>
    public string Clause(string owner) => IsAdded ? $"if {Path} of {owner} also had {After}"
        : After is null ? $"if {Path} of {owner} had no {Before}"
        : After == "[]" ? $"if {Path} of {owner} were empty"
        : $"if {Path} of {owner} were {After}";

    internal static ValueChange Between(string path, JsonElement before, JsonElement after)
    {
        if (before.ValueKind is JsonValueKind.Object && after.ValueKind is JsonValueKind.Object) return OfMaps(path, before, after);
        return before.ValueKind is JsonValueKind.Array && after.ValueKind is JsonValueKind.Array
            ? OfLists(path, [.. before.EnumerateArray()], [.. after.EnumerateArray()]) ?? Whole(path, before, after) : Whole(path, before, after);
    }

    /// <summary>A value, cut so that what stands behind it stays in sight.</summary>
    public static string Text(JsonElement value, int longest = Longest) => Compact(value) is var text && text.Length > longest ? text[..longest] + "…" : text;

    /// <summary>Fields that are null say nothing to a reader.</summary>
    private static string Compact(JsonElement value) => value.ValueKind is JsonValueKind.Object && value.EnumerateObject().Any(p => p.Value.ValueKind is JsonValueKind.Null)
        ? $"{{{string.Join(",", value.EnumerateObject().Where(p => p.Value.ValueKind is not JsonValueKind.Null).Select(p => $"\"{p.Name}\":{p.Value.GetRawText()}"))}}}" : value.GetRawText();

    private static ValueChange OfMaps(string path, JsonElement before, JsonElement after)
    {
        var (olds, news) = (before.EnumerateObject().ToDictionary(p => p.Name, p => p.Value), after.EnumerateObject().ToDictionary(p => p.Name, p => p.Value));
        var differing = olds.Keys.Union(news.Keys).Where(k => !olds.TryGetValue(k, out var a) || !news.TryGetValue(k, out var b) || !JsonElement.DeepEquals(a, b)).ToList();
        return differing is [var only] && olds.TryGetValue(only, out var old) && news.TryGetValue(only, out var other)
            ? Between($"{path}.{only}", old, other) : Whole(path, before, after);
    }

    private static ValueChange? OfLists(string path, List<JsonElement> before, List<JsonElement> after)
    {
        var (lost, gained) = (Without(before, after), Without(after, before));
        if (lost.Count == 0 && gained is [var added] && after.Count == before.Count + 1) return new(path, "", Text(added), true);
        if (gained.Count == 0 && lost is [var gone] && before.Count == after.Count + 1 && after.Count > 0) return new(path, Text(gone), null, false);
        if (before.Count != after.Count || lost.Count != 1 || gained.Count != 1) return null;
        var index = before.FindIndex(e => JsonElement.DeepEquals(e, lost[0]));
        return Between($"{path}[{NameOf(lost[0]) ?? index.ToString(System.Globalization.CultureInfo.InvariantCulture)}]", lost[0], gained[0]);
    }

    private static List<JsonElement> Without(List<JsonElement> some, List<JsonElement> others) => some.FindAll(e => !others.Exists(o => JsonElement.DeepEquals(o, e)));

    /// <summary>What an entry of a list is told apart by; null where it has no such field.</summary>
    internal static string? NameOf(JsonElement entry) => entry.ValueKind is not JsonValueKind.Object ? null
        : s_names.Where(n => entry.TryGetProperty(n, out var v) && v.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(n => entry.GetProperty(n).ToString()).FirstOrDefault();

    private static ValueChange Whole(string path, JsonElement before, JsonElement after) => new(path, Text(before), Text(after), false);
}
