using System.Globalization;
using System.Text.Json;
using Scanner.Model;

namespace Scanner.Check.Drift.Declared;

/// <summary>Compares configuration files of Workbench key by key, in the order-free form that its keys have.</summary>
internal static class SettingsComparison
{
    /// <summary>What differs from host to host, as <c>scanner-probe</c> leaves it out of its hash.</summary>
    private static readonly HashSet<string> s_ownOfHost = new(["www-host-name", "www-address", "www-port"], StringComparer.Ordinal);

    /// <param name="declared">The files that are declared.</param>
    /// <param name="live">The files that are there.</param>
    /// <param name="isSaid">Whether a file is the user's, and not a default of what made it.</param>
    /// <param name="isWritten">Whether a key is the user's: another version of what made the file has other defaults.</param>
    public static IEnumerable<SettingDifference> Compare(JsonElement declared, JsonElement live, Func<string, bool> isSaid, Func<string, bool> isWritten)
    {
        var there = live.EnumerateArray().ToLookup(NameOf, StringComparer.Ordinal);
        foreach (var file in declared.EnumerateArray().Where(f => isSaid($"files[{NameOf(f)}]")).OrderBy(NameOf, StringComparer.Ordinal))
        {
            var path = $"files[{NameOf(file)}]";
            if (!there.Contains(NameOf(file))) yield return new(path, file, null);
            else
                foreach (var difference in Compare(path, file, there[NameOf(file)].First()).Where(d => d.Live is not null || d.IsOpen || isWritten(d.Path))) yield return difference;
        }
    }

    private static IEnumerable<SettingDifference> Compare(string path, JsonElement declared, JsonElement live)
    {
        if (Canonical.Member(declared, "problem") is not null || Canonical.Member(live, "problem") is not null) return [new(path, null, null) { IsOpen = true }];
        var (said, there) = (Flat(declared), Flat(live));
        return said.Keys.Union(there.Keys).Where(k => !s_ownOfHost.Contains(k)).Order(StringComparer.Ordinal)
            .Select(key => new SettingDifference($"{path}.{key}", Value(said, key), Value(there, key))).Where(d => d.IsOpen || Text(d.Declared) != Text(d.Live))
            .Select(d => d with { IsOpen = d.IsOpen || IsHidden(d.Declared) || IsHidden(d.Live) });
    }

    /// <summary>Every key with its value, named as places in files are: <c>cluster[Kubernetes].type</c>.</summary>
    private static SortedDictionary<string, JsonElement> Flat(JsonElement file)
    {
        var flat = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var sections in file.GetProperty("sections").EnumerateArray().GroupBy(NameOf, StringComparer.Ordinal))
            foreach (var (section, number) in sections.Select((s, i) => (s, i + 1)))
                foreach (var value in section.GetProperty("values").EnumerateObject())
                    flat.TryAdd(Prefix(section, number) + value.Name, value.Value);
        return flat;
    }

    private static string Prefix(JsonElement section, int number)
    {
        var named = section.GetProperty("values").TryGetProperty("name", out var name) ? name.GetString() : null;
        var which = named is not null ? $"[{named}]" : number > 1 ? string.Create(CultureInfo.InvariantCulture, $"[{number}]") : "";
        return NameOf(section) + which is { Length: > 0 } prefix ? prefix + "." : "";
    }

    private static string NameOf(JsonElement named) => named.GetProperty("name").GetString()!;

    private static JsonElement? Value(SortedDictionary<string, JsonElement> values, string key) => values.TryGetValue(key, out var value) ? value : null;

    private static string? Text(JsonElement? value) => value?.GetString()?.Trim();

    private static bool IsHidden(JsonElement? value) => Text(value) == Configuration.NotKept;
}
