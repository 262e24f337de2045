namespace Scanner.Check.Tracing;

/// <summary>A reference architecture that rules are about.</summary>
/// <param name="Key">How rules name it, e.g. <c>eks</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lines">The lines in it that say anything.</param>
/// <param name="Unruled">Those of them that no rule stands for, with the reason.</param>
public sealed record ReferenceDocument(string Key, string Title, IReadOnlyList<int> Lines, IReadOnlyDictionary<int, string> Unruled)
{
    /// <summary>The documents of a folder of rules: <c>documents.csv</c>, and <c>unruled.csv</c>.</summary>
    /// <exception cref="IOException">One of them cannot be read.</exception>
    public static IReadOnlyList<ReferenceDocument> Read(string folder)
    {
        var unruled = Rows(Path.Combine(folder, "unruled.csv")).SelectMany(r => LineNumbers.Of(r[1]).Select(line => (Document: r[0], Line: line, Why: r[2]))).ToLookup(r => r.Document);
        return [.. Rows(Path.Combine(folder, "documents.csv")).Select(r => new ReferenceDocument(r[0], r[1], LineNumbers.Of(r[2]),
            unruled[r[0]].ToDictionary(u => u.Line, u => u.Why)))];
    }

    /// <summary>Rows behind the comment and the header.</summary>
    private static IEnumerable<string[]> Rows(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split(',', 3));
}
