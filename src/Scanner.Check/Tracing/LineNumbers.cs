using System.Globalization;

namespace Scanner.Check.Tracing;

/// <summary>Numbers of lines as people write them: <c>12</c>, <c>107-109</c>, several with spaces between.</summary>
internal static class LineNumbers
{
    /// <exception cref="FormatException">It is of another form.</exception>
    public static IReadOnlyList<int> Of(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Range)];

    /// <summary>The other way round.</summary>
    public static string Text(IEnumerable<int> lines)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var line in lines.Distinct().Order())
            if (ranges.Count > 0 && ranges[^1].Last == line - 1) ranges[^1] = (ranges[^1].First, line);
            else ranges.Add((line, line));
        return string.Join(", ", ranges.Select(r => r.First == r.Last ? Number(r.First) : $"{Number(r.First)}–{Number(r.Last)}"));
    }

    private static IEnumerable<int> Range(string text)
    {
        var (first, last) = text.Split('-') is [var from, var to] ? (Parse(from), Parse(to)) : (Parse(text), Parse(text));
        return Enumerable.Range(first, last - first + 1);
    }

    private static int Parse(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);
}
