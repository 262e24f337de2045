using Scanner.Model.Drift;
using Scanner.Report.Text;

namespace Scanner.Report.Drift;

/// <summary>How it reads that something is otherwise than declared.</summary>
internal static class DeclaredWords
{
    private const int MostFiles = 5;

    /// <summary>Which files were compared with which scan.</summary>
    public static string Compared(DeclaredDrift drift) =>
        $"Declared in {(drift.Files.Count == 0 ? "what the provider keeps" : Words.Some([.. drift.Files.Select(f => f.Name)], MostFiles))}, and there in {DriftWords.Scan(drift.Current)}";

    public static string Verdict(DeclaredDrift drift) => drift.Conflicts.Count > 0 ? "DRIFT" : drift.Undecided.Count > 0 ? "UNDECIDED" : "NO DRIFT";

    public static string Counts(DeclaredDrift drift)
    {
        var gone = drift.Conflicts.Count(c => c.Live is null);
        return $"{drift.Conflicts.Count - gone} otherwise than declared{(gone > 0 ? $", {gone} declared and not there" : "")}, {drift.Same} as declared"
            + $" · {drift.Undecided.Count} undecided · {drift.Ignored.Sum(i => i.Changes)} ignored as expected";
    }
}
