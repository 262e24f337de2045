using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>What a file adds to a list of something that another file declares: the two belong together.</summary>
/// <param name="parts">What the files add and take away.</param>
internal sealed class DeclaredParts(IReadOnlyList<LivePart> parts)
{
    /// <summary>What the files declare, with the parts in it.</summary>
    public Snapshot In(Snapshot declared)
    {
        if (parts.Count == 0) return declared;
        var places = new Dictionary<(string Key, string? Property), Declaration>();
        var all = declared.Observations.Select(o => With(o, places)).ToList();
        return declared with
        {
            Observations = all,
            Header = declared.Header with { Declarations = [.. declared.Header.Declarations.AsEnumerable().Where(d => !places.ContainsKey((d.Key, d.Property))).Concat(places.Values)] },
        };
    }

    /// <summary>Those of what no file declares.</summary>
    public IReadOnlyList<LivePart> Others(Snapshot declared) => [.. parts.Where(p => p.Id is null || !declared.Observations.Any(o => IsOf(p, o)))];

    private Observation With(Observation declared, Dictionary<(string Key, string? Property), Declaration> places)
    {
        var own = parts.Where(p => IsOf(p, declared)).GroupBy(p => p.Property, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        if (own.Count == 0) return declared;
        var after = own.Select(g => List(SeenFacts.Property(declared, g.Key)!.Value, g.Value)).OfType<Property>().ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var changed in after.Keys)
            places[(declared.Key, changed)] = new(declared.Key, changed, (own[changed].Find(p => p.Gap is not null) ?? own[changed][0]).Place);
        return declared with { Properties = [.. declared.Properties.Select(p => after.TryGetValue(p.Name, out var changed) ? changed : p)] };
    }

    /// <summary>A file that only refers to a thing says nothing of its lists.</summary>
    private static bool IsOf(LivePart part, Observation declared) => part.Kind == declared.Kind && (part.Id is null || part.Id == declared.Id)
        && SeenFacts.Property(declared, part.Property) is { Gap: null or { Cause: not GapCause.Hidden } };

    /// <summary>The list with the parts; null where it stays as it is.</summary>
    private static Property? List(Property said, List<LivePart> own)
    {
        if (said.Gap is not null) return null;
        if (own.Find(p => p.Gap is not null) is { Gap: { } gap }) return said with { Value = default, Gap = gap };
        var list = said.Value.EnumerateArray().Where(e => !own.Exists(p => p.Removed.Any(r => LiveParts.IsSame(e, r)))).ToList();
        var added = own.SelectMany(p => p.Added).Where(a => !list.Exists(e => LiveParts.IsSame(e, a))).ToList();
        if (added.Count == 0 && list.Count == said.Value.GetArrayLength()) return null;
        list.AddRange(added);
        return said with { Value = JsonSerializer.SerializeToElement(list) };
    }
}
