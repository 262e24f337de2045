namespace Scanner.Model.Findings;

/// <summary>Something about the scan itself that a reader must know: a rule that crashed, a rule that took too long.</summary>
/// <param name="Id">A stable id, e.g. <c>SCN-101</c>.</param>
/// <param name="IsError">Whether the tool failed, as opposed to having been hindered.</param>
/// <param name="Text">One sentence.</param>
/// <param name="Rule">The rule it is about, if any.</param>
public sealed record Notification(string Id, bool IsError, string Text, string? Rule);
