using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Report;

/// <summary>Gaps that make a check incomplete where a rule could not be decided for want of them, though nothing was refused.</summary>
public static class UnreadGaps
{
    /// <remarks>What only a live system shows was not asked for by somebody who checks files before there is one.</remarks>
    public static IReadOnlySet<Gap> Of(ScanReport report) =>
        report.Snapshot.Gaps.Where(g => g.Cause is GapCause.Unsupported || (g.Cause is GapCause.NotAsked && !IsOfFiles(g))).ToHashSet();

    /// <summary>Files alone do not tell of everything that there is.</summary>
    public static bool IsOfFiles(Gap gap) => gap.Cause is GapCause.NotAsked && ScopeName.IsDeclared(gap.Scope);
}
