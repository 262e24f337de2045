using System.Text.Json;

namespace Scanner.Check.Drift;

/// <summary>What tells the elements of a list from each other, so that one that is changed is not one that went and another that came.</summary>
internal static class ElementIdentity
{
    private static readonly string[] s_candidates = ["mountDir", "name", "port", "key", "path", "mountPath", "destination", "priority", "id"];

    /// <summary>The member that each element of both lists has, and no two of one list share; null where there is none.</summary>
    public static string? Of(JsonElement one, JsonElement other) => Array.Find(s_candidates, c => Identifies(one, c) && Identifies(other, c));

    public static Dictionary<string, JsonElement> Index(JsonElement list, string member) =>
        list.EnumerateArray().ToDictionary(e => e.GetProperty(member).GetRawText(), StringComparer.Ordinal);

    private static bool Identifies(JsonElement list, string member)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in list.EnumerateArray())
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(member, out var value)
                || value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number) || !seen.Add(value.GetRawText())) return false;
        return true;
    }
}
