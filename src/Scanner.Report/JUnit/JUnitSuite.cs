namespace Scanner.Report.JUnit;

/// <summary>The tests of one environment, or of the scan itself.</summary>
internal sealed record JUnitSuite(string Name, IReadOnlyList<JUnitCase> Cases)
{
    public int Count(JUnitResult result) => Cases.Count(c => c.Result == result);
}
