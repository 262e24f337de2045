using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>What files of two sorts say differently of one thing, such as values and rendered manifests of a release: nobody could say which of them is applied last.</summary>
internal static class Contradictions
{
    /// <param name="declared">All that the files say.</param>
    /// <param name="referred">The ids of things that files only name, which say nothing against whoever declares them.</param>
    /// <param name="notes">Takes what was found, for people.</param>
    /// <returns>The same, in which nothing is known that they say differently.</returns>
    public static IReadOnlyList<Observation> Opened(IReadOnlyList<Observation> declared, IReadOnlyList<string> referred, ICollection<string> notes)
    {
        var several = declared.Where(o => o.Evidence.Plane is Plane.Declared && !referred.Contains(o.Id)).GroupBy(o => (o.Kind, o.Id, o.Evidence.Scope))
            .Where(g => g.Select(o => o.Evidence.Action).Distinct(StringComparer.Ordinal).Count() > 1).ToDictionary(g => g.Key, g => g.ToList());
        if (several.Count == 0) return declared;
        var open = several.ToDictionary(s => s.Key, s => Differing(s.Value));
        foreach (var (key, properties) in open.Where(o => o.Value.Count > 0))
            notes.Add(OneLine.Of($"{Places(several[key])} say different things of {key.Kind} {several[key][0].Key}: {string.Join(", ", properties.Order(StringComparer.Ordinal))}"));
        return [.. declared.Select(o => open.GetValueOrDefault((o.Kind, o.Id, o.Evidence.Scope)) is { Count: > 0 } properties && several[(o.Kind, o.Id, o.Evidence.Scope)].Contains(o)
            ? o with { Properties = [.. o.Properties.Select(p => properties.Contains(p.Name) ? new(p.Name, default, Gap(several[(o.Kind, o.Id, o.Evidence.Scope)], o, p.Name)) : p)] } : o)];
    }

    private static HashSet<string> Differing(IReadOnlyList<Observation> sayings) => sayings.SelectMany(o => o.Properties).Where(p => p.Gap is null).GroupBy(p => p.Name, StringComparer.Ordinal)
        .Where(g => g.Any(p => !SeenFacts.IsSame(p.Value, g.First().Value))).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);

    private static Gap Gap(IReadOnlyList<Observation> sayings, Observation own, string property) => new(own.Evidence.Scope, own.Kind, own.Evidence.Action, GapCause.Ambiguous,
        OneLine.Of($"{Places(sayings)} say different things of {property} of {own.Kind} {own.Key}"), new(RemedyKind.Flag, "give the file alone that counts"));

    private static string Places(IEnumerable<Observation> sayings) => string.Join(" and ", sayings.Select(o => o.Evidence.Locator).Distinct(StringComparer.Ordinal));
}
