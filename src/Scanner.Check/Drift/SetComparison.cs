using System.Text.Json;
using Scanner.Model.Drift;

namespace Scanner.Check.Drift;

/// <summary>Compares what several resources under one key say: which values there are, member by member where they are objects.</summary>
internal static class SetComparison
{
    private static readonly JsonElement s_absent = JsonSerializer.SerializeToElement<object?>(null);

    public static IEnumerable<ValueDifference> Compare(PathStep property, IReadOnlyList<JsonElement> old, IReadOnlyList<JsonElement> now)
    {
        var all = old.Concat(now).ToList();
        var members = all.TrueForAll(v => v.ValueKind is JsonValueKind.Object)
            ? all.SelectMany(v => v.EnumerateObject()).Select(m => m.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        var found = members.Select(m => Difference([property, new(m, null)], Of(old, m), Of(now, m))).OfType<ValueDifference>().ToList();
        // which values they have together is a difference too
        if (found.Count == 0 && Difference([property], old, now) is { } whole) found.Add(whole);
        return found;
    }

    private static ValueDifference? Difference(IReadOnlyList<PathStep> path, IReadOnlyList<JsonElement> old, IReadOnlyList<JsonElement> now)
    {
        var (was, became) = (Canonical.Distinct(old), Canonical.Distinct(now));
        return was.Keys.SequenceEqual(became.Keys) ? null : new(path, [.. was.Values], [.. became.Values]);
    }

    /// <summary>A member of each; null where only others have it, and nothing where none has.</summary>
    private static IReadOnlyList<JsonElement> Of(IReadOnlyList<JsonElement> values, string name)
    {
        var members = values.Select(v => Canonical.Member(v, name)).ToList();
        return members.TrueForAll(m => m is null) ? [] : members.ConvertAll(m => m ?? s_absent);
    }
}
