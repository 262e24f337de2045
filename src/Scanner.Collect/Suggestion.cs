namespace Scanner.Collect;

/// <summary>The known name that somebody probably meant.</summary>
public static class Suggestion
{
    /// <summary>"; did you mean 'x'?" where one is near, else the list of what there is.</summary>
    public static string For(string name, IReadOnlyCollection<string> known)
    {
        var nearest = known.Select(k => (Name: k, Distance: Distance(name.ToLowerInvariant(), k.ToLowerInvariant()))).OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(2, name.Length / 3)
            ? $"; did you mean '{nearest.Name}'?"
            : $"; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}";
    }

    /// <summary>"; did you mean 'x'?" where one differs in a letter or two; else nothing.</summary>
    public static string Near(string name, IEnumerable<string> known) => known.Select(k => (Name: k, Distance: Distance(name.ToLowerInvariant(), k.ToLowerInvariant())))
        .Where(k => k.Distance <= 2).OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal).Select(k => $"; did you mean '{k.Name}'?").FirstOrDefault("");

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[b.Length];
    }
}
