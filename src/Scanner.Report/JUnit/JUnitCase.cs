using Scanner.Model.Snapshots;

namespace Scanner.Report.JUnit;

/// <summary>One test: a rule and a subject, or a question about the scan itself.</summary>
/// <param name="Group">What it is listed under, with dots between levels.</param>
/// <param name="Name">What was to be shown; unique in its group, for readers drop what has the name of another.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Type">Why, in a word; empty where it passed.</param>
/// <param name="Message">Why, on one line; empty where it passed.</param>
/// <param name="Lines">All of it, line by line: what a line quotes makes no lines of its own.</param>
internal sealed record JUnitCase(string Group, string Name, JUnitResult Result, string Type, string Message, IReadOnlyList<string> Lines)
{
    /// <summary>Where it would be mended.</summary>
    public SourceLocation? Place { get; init; }

    /// <summary>The same cases, those of one group and name told apart by their order.</summary>
    public static IEnumerable<JUnitCase> Distinct(IEnumerable<JUnitCase> cases)
    {
        var times = new Dictionary<(string, string), int>();
        foreach (var one in cases)
        {
            var before = times.TryGetValue((one.Group, one.Name), out var seen) ? seen : 0;
            times[(one.Group, one.Name)] = before + 1;
            yield return before == 0 ? one : one with { Name = $"{one.Name} #{before + 1}" };
        }
    }
}
