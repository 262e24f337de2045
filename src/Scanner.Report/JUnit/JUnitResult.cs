namespace Scanner.Report.JUnit;

/// <summary>What test results know, the worst last.</summary>
internal enum JUnitResult
{
    Passed,
    Skipped,
    Failure,
    Error,
}
