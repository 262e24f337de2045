using Scanner.Model.Budgets;
using Scanner.Model.Queries;

namespace Scanner.Model;

/// <summary>A set that may be incomplete: what was found, what may belong, and whether everything could be listed at all.</summary>
/// <remarks>
/// Its operators are three-valued: they decide if any element decides, and otherwise carry the gap, including "this kind could not
/// be listed in that region". There is no enumerator: a loop would pass over what is missing.
/// </remarks>
public sealed class ResourceSet<T> : IShown, IMany where T : class
{
    private readonly IReadOnlyList<Member<T>> _members;
    private readonly Gap? _unlisted;

    internal ResourceSet(IReadOnlyList<Member<T>> members, Gap? unlisted)
    {
        (_members, _unlisted) = (members, unlisted);
        Budget.Add((long)members.Count * BudgetLimits.StepsPerMember);
    }

    internal static ResourceSet<T> Of(params ReadOnlySpan<T> items) => new([.. items.ToArray().Select(i => new Member<T>(i, null))], null);

    internal IReadOnlyList<Member<T>> Members => _members;

    /// <summary>Why the set may lack elements; null where everything was listed.</summary>
    internal Gap? Unlisted => _unlisted;

    IEnumerable<Member<object>> IMany.Found => _members.Select(m => new Member<object>(m.Item, m.Doubt));

    Gap? IMany.Unlisted => _unlisted;

    /// <summary>Whether some element holds. False only under complete coverage.</summary>
    public Truth Any(Func<T, Truth> holds)
    {
        Truth any = _unlisted is null ? Truth.Of(false, Evidence.Derived) : Truth.Unknown(_unlisted).Noted();
        foreach (var (item, doubt) in _members)
        {
            var answer = Asking.Of(holds, item);
            any |= doubt is null ? answer : answer & Truth.Unknown(doubt);
            if (any.IsTrue) return any;
        }
        return any;
    }

    public Truth Any() => Any(_ => Truth.Of(true, Evidence.Derived));

    /// <summary>Whether every element holds. True only under complete coverage.</summary>
    public Truth All(Func<T, Truth> holds) => !Any(item => !holds(item));

    public Truth None(Func<T, Truth> holds) => !Any(holds);

    /// <summary>The elements that hold; one for which it cannot be told stays, in doubt.</summary>
    public ResourceSet<T> Where(Func<T, Truth> holds)
    {
        var kept = new List<Member<T>>();
        foreach (var (item, doubt) in _members)
        {
            var answer = Asking.Of(holds, item);
            if (!answer.IsFalse) kept.Add(new(item, doubt ?? (answer.IsUnknown ? answer.Gap : null)));
        }
        return new(kept, _unlisted);
    }

    /// <summary>The sets that the elements lead to, as one.</summary>
    public ResourceSet<TResult> SelectMany<TResult>(Func<T, ResourceSet<TResult>> lead) where TResult : class
    {
        var members = new Dictionary<TResult, Gap?>(ReferenceEqualityComparer.Instance);
        var unlisted = _unlisted;
        foreach (var (item, doubt) in _members)
        {
            var next = lead(item);
            unlisted ??= next._unlisted;
            foreach (var (found, nextDoubt) in next._members)
                members[found] = members.TryGetValue(found, out var before) && before is null ? null : doubt ?? nextDoubt;
        }
        return new([.. members.Select(m => new Member<TResult>(m.Key, m.Value))], unlisted);
    }

    public ResourceSet<T> Union(ResourceSet<T> other)
    {
        var sure = _members.Concat(other._members).OrderBy(m => m.Doubt is not null).DistinctBy(m => m.Item, ReferenceEqualityComparer.Instance);
        return new([.. sure.Select(m => new Member<T>((T)m.Item, m.Doubt))], _unlisted ?? other._unlisted);
    }

    public Tally Count()
    {
        var sure = _members.Count(m => m.Doubt is null);
        var doubt = _unlisted ?? _members.FirstOrDefault(m => m.Doubt is not null).Doubt;
        return new(sure, _unlisted is null ? _members.Count : null, doubt);
    }

    /// <summary>The sum of what the elements have; of numbers that are never negative, so that what is missing can only add.</summary>
    public Tally Sum(Func<T, Fact<int>> number)
    {
        var told = _members.Select(m => (m.Doubt, Number: Asking.Of(number, m.Item))).ToList();
        var gap = _unlisted ?? told.Select(t => t.Doubt ?? t.Number.Gap).FirstOrDefault(g => g is not null);
        var least = told.Where(t => t.Doubt is null && t.Number.IsKnown).Sum(t => t.Number.Value);
        return new(least, _unlisted is null && told.All(t => t.Number.IsKnown) ? told.Sum(t => t.Number.Value) : null, gap);
    }

    /// <summary>The only element; null where there surely is none.</summary>
    /// <param name="chooser">The parameter that chooses where there are several.</param>
    /// <returns>A gap where there may be others, or several.</returns>
    public Fact<T?> Sole(string chooser) => Sole(chooser, RemedyKind.Parameter);

    /// <summary>The only element, where no parameter chooses between several.</summary>
    internal Fact<T?> Sole(string what, RemedyKind remedy)
    {
        var doubt = _unlisted ?? _members.FirstOrDefault(m => m.Doubt is not null).Doubt;
        if (_members.Count(m => m.Doubt is null) > 1)
            return new(new Gap("", typeof(T).Name, what, GapCause.Ambiguous, $"several candidates: {Seen()}", new(remedy, what)));
        if (doubt is not null) return new(doubt);
        return new(_members.Count == 1 ? _members[0].Item : null, Evidence.Derived);
    }

    /// <summary>The elements, separated by commas.</summary>
    /// <exception cref="UnknownFactException">There may be others, or fewer.</exception>
    public override string ToString()
    {
        if ((_unlisted ?? _members.FirstOrDefault(m => m.Doubt is not null).Doubt) is { } doubt) Ledger.Force(doubt);
        return Seen();
    }

    string IShown.Show() => _members.Count == 0 ? "none" : Seen();

    private string Seen() => string.Join(", ", _members.Select(m => Shown.Of(m.Item)));
}
