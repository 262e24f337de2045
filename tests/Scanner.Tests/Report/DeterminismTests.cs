using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report;

namespace Scanner.Tests.Report;

/// <summary>The same findings give the same bytes, in whatever order they arrive.</summary>
public sealed class DeterminismTests
{
    public static TheoryData<string, string> Cases => new(
        from sample in new[] { "mixed", "two", "nothing", "healthy", "hostile", "accepted" } from format in ReportFormat.All select (sample, format.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Order_leaves_no_trace(string sample, string format)
    {
        var report = ApprovedReportTests.Sample(sample);
        var expected = ReportFiles.Bytes(format, report);
        Assert.Equal(expected, ReportFiles.Bytes(format, report));
        foreach (var seed in Enumerable.Range(1, 5)) Assert.Equal(expected, ReportFiles.Bytes(format, Shuffled(report, new Shuffle(seed))));
    }

    private static ScanReport Shuffled(ScanReport report, Shuffle shuffle) => report with
    {
        Environments = shuffle.Of(report.Environments.Select(e => e with { Rules = shuffle.Of(e.Rules), Findings = shuffle.Of(e.Findings) })),
        Notifications = shuffle.Of(report.Notifications),
        Snapshot = new Snapshot(report.Snapshot.Header, shuffle.Of(report.Snapshot.Observations), shuffle.Of(report.Snapshot.Coverage)),
    };

    private sealed class Shuffle(int seed)
    {
        private uint _state = (uint)seed * 2654435761;

        public IReadOnlyList<T> Of<T>(IEnumerable<T> items) => [.. items.OrderBy(_ => _state = (_state * 1664525) + 1013904223)];
    }
}
