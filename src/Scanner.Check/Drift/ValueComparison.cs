using System.Text.Json;
using Scanner.Model.Drift;

namespace Scanner.Check.Drift;

/// <summary>Finds where two values differ: objects by member, lists by element.</summary>
internal sealed class ValueComparison
{
    /// <summary>Lists of which the order means something: jobs go to the first queue, and a later line of a file may win.</summary>
    private static readonly HashSet<string> s_ordered = new(["queues", "files"], StringComparer.Ordinal);

    private readonly List<ValueDifference> _found = [];
    private readonly bool _isOrdered;

    private ValueComparison(string property) => _isOrdered = s_ordered.Contains(property);

    /// <summary>Where the values of a property differ; there are several where resources under one key differ.</summary>
    public static IReadOnlyList<ValueDifference> Compare(string property, IReadOnlyList<JsonElement> old, IReadOnlyList<JsonElement> now)
    {
        var comparison = new ValueComparison(property);
        if (old is [var was] && now is [var became]) comparison.Compare([new(property, null)], was, became);
        else comparison._found.AddRange(SetComparison.Compare(new(property, null), old, now));
        return comparison._found;
    }

    private void Compare(IReadOnlyList<PathStep> path, JsonElement old, JsonElement now)
    {
        if (Canonical.Of(old) == Canonical.Of(now)) return;
        if (old.ValueKind is JsonValueKind.Object && now.ValueKind is JsonValueKind.Object) Members(path, old, now);
        else if (old.ValueKind is JsonValueKind.Array && now.ValueKind is JsonValueKind.Array) Elements(path, old, now);
        else Add(path, old, now);
    }

    private void Members(IReadOnlyList<PathStep> path, JsonElement old, JsonElement now)
    {
        foreach (var name in old.EnumerateObject().Concat(now.EnumerateObject()).Select(m => m.Name).Where(m => !Canonical.IsDerived(m)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Either([.. path, new(name, null)], Canonical.Member(old, name), Canonical.Member(now, name));
    }

    private void Elements(IReadOnlyList<PathStep> path, JsonElement old, JsonElement now)
    {
        var before = _found.Count;
        if (ElementIdentity.Of(old, now) is { } identity) Identified(path, identity, old, now);
        else Unidentified(path, old, now);
        if (_isOrdered && _found.Count == before) Add(path, old, now);
    }

    private void Identified(IReadOnlyList<PathStep> path, string identity, JsonElement old, JsonElement now)
    {
        var (was, became) = (ElementIdentity.Index(old, identity), ElementIdentity.Index(now, identity));
        foreach (var name in was.Keys.Concat(became.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Either([.. path, new(identity, name)], was.TryGetValue(name, out var o) ? o : null, became.TryGetValue(name, out var n) ? n : null);
    }

    /// <summary>What stands in one list and not in the other; how often makes no difference.</summary>
    private void Unidentified(IReadOnlyList<PathStep> path, JsonElement old, JsonElement now)
    {
        var (was, became) = (Canonical.Distinct(old.EnumerateArray()), Canonical.Distinct(now.EnumerateArray()));
        foreach (var element in was.Where(e => !became.ContainsKey(e.Key)).Select(e => e.Value)) Add([.. path, PathStep.Some], element, null);
        foreach (var element in became.Where(e => !was.ContainsKey(e.Key)).Select(e => e.Value)) Add([.. path, PathStep.Some], null, element);
    }

    private void Either(IReadOnlyList<PathStep> path, JsonElement? old, JsonElement? now)
    {
        if (old is { } was && now is { } became) Compare(path, was, became);
        else if (old is not null || now is not null) Add(path, old, now);
    }

    private void Add(IReadOnlyList<PathStep> path, JsonElement? old, JsonElement? now) => _found.Add(new(path, old is { } was ? [was] : [], now is { } became ? [became] : []));
}
