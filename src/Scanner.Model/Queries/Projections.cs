namespace Scanner.Model.Queries;

/// <summary>What turns sets into rows.</summary>
public static class Projections
{
    /// <summary>A row for each element, by its id.</summary>
    public static Rows<TRow> Select<T, TRow>(this ResourceSet<T> set, Func<T, TRow> row) where T : class =>
        new([.. Ordered(set).Select(m => new Member<Fact<TRow>>(One(row, m.Item), m.Doubt))], set.Unlisted);

    /// <summary>A row for each item of a list that each element has; where that was not read, one row that is unknown.</summary>
    public static Rows<TRow> SelectMany<T, TRow>(this ResourceSet<T> set, Func<T, Fact<Items<TRow>>> rows) where T : class =>
        new([.. Ordered(set).SelectMany(m => Each(Asking.Of(rows, m.Item)).Select(row => new Member<Fact<TRow>>(row, m.Doubt)))], set.Unlisted);

    /// <summary>The rows that each element leads to.</summary>
    public static Rows<TRow> SelectMany<T, TRow>(this ResourceSet<T> set, Func<T, Rows<TRow>> rows) where T : class
    {
        var unlisted = set.Unlisted;
        var found = new List<Member<Fact<TRow>>>();
        foreach (var (item, doubt) in Ordered(set))
        {
            var led = One(rows, item);
            if (!led.IsKnown) found.Add(new(new Fact<TRow>(led.Source), doubt));
            if (!led.IsKnown) continue;
            unlisted ??= led.Value.Unlisted;
            found.AddRange(led.Value.Found.Select(f => f with { Doubt = doubt ?? f.Doubt }));
        }
        return new(found, unlisted);
    }

    private static Fact<TRow> One<T, TRow>(Func<T, TRow> row, T item) => Asking.Of(i => new Fact<TRow>(row(i), Evidence.Derived), item);

    private static IEnumerable<Fact<TRow>> Each<TRow>(Fact<Items<TRow>> rows) =>
        rows.IsKnown ? rows.Value.AsEnumerable().Select(row => new Fact<TRow>(row, Evidence.Derived)) : [new Fact<TRow>(rows.Source)];

    /// <summary>By id, so that the same snapshot gives the same rows whichever way they were come by.</summary>
    private static IEnumerable<Member<T>> Ordered<T>(ResourceSet<T> set) where T : class =>
        set.Members.OrderBy(m => (m.Item as ISubject)?.Id ?? "", StringComparer.Ordinal).ThenBy(m => (m.Item as ISubject)?.Key ?? "", StringComparer.Ordinal);
}
