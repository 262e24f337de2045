using System.Globalization;
using System.Text.Json;
using Scanner.Model.Drift;

namespace Scanner.Report.Drift;

/// <summary>How drift reads.</summary>
internal static class DriftWords
{
    private const int Longest = 100;

    /// <summary>What was compared with what, and when each was seen.</summary>
    public static string Compared(DriftReport report) => $"Drift from {Scan(report.Baseline)} to {Scan(report.Current)}";

    /// <summary>Whether something is different, in one word.</summary>
    public static string Verdict(DriftReport report) => report.Changes.Count > 0 ? "DRIFT" : report.Undecided.Count > 0 ? "UNDECIDED" : "NO DRIFT";

    /// <summary>How many of each.</summary>
    public static string Counts(DriftReport report)
    {
        var changed = report.Changes.Where(c => c.Kind is ChangeKind.Changed).ToList();
        var resources = changed.DistinctBy(c => c.Resource).Count();
        var ignored = report.Ignored.Sum(i => i.Changes);
        return string.Join(", ", $"{report.Changes.Count(c => c.Kind is ChangeKind.Added)} added", $"{report.Changes.Count(c => c.Kind is ChangeKind.Removed)} removed",
            $"{resources} changed{(changed.Count > resources ? $" in {changed.Count} places" : "")}", $"{report.Same} the same")
            + $" · {report.Undecided.Count} undecided · {ignored} ignored as expected";
    }

    /// <summary>What a reader must know of the two scans before anything else; null where there is nothing.</summary>
    public static string? Warning(DriftReport report) =>
        report.Baseline.At > report.Current.At ? "The baseline is the later of the two: added and removed are the other way round."
        : report.Baseline.Schema != report.Current.Schema ? $"The snapshots are of different versions ({report.Baseline.Schema}, {report.Current.Schema}): what only one of them asked is undecided."
        : null;

    /// <summary>What one scan says, in so many characters.</summary>
    public static string Values(SeenValues seen, bool whole) =>
        seen.Values.Count == 0 ? "nothing" : Bounded(string.Join(" and ", seen.Values.Select(Value)), whole);

    public static string Sign(ChangeKind kind) => kind switch { ChangeKind.Added => "+", ChangeKind.Removed => "-", _ => "~" };

    /// <summary>Who said so, and when.</summary>
    public static string Source(SeenValues seen) =>
        $"{seen.Evidence.Action} {Time(seen.Evidence.At)}{(seen.Evidence.Locator is { } locator ? " " + locator : "")}";

    /// <summary>A scan, and when it was made.</summary>
    public static string Scan(ComparedScan scan) => $"{scan.File} ({Time(scan.At)})";

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "none",
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : "\"\"",
        JsonValueKind.Array when value.GetArrayLength() == 0 => "none",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Value)),
        JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().Where(m => m.Value.ValueKind is not JsonValueKind.Null).Select(m => $"{m.Name}: {Value(m.Value)}"))}}}",
        _ => value.GetRawText(),
    };

    private static string Bounded(string text, bool whole) => whole || text.Length <= Longest ? text : text[..Longest] + "…";
}
