using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Scanner.Check.Drift;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Benchmarks;

/// <summary>Two snapshots of many resources: how long it takes to read them, and to compare them too.</summary>
internal static class DriftOfLargeScans
{
    private const string Scope = "aws/123456789012/us-east-1";
    private const string Action = "ec2:DescribeSecurityGroups";
    private const int Rounds = 3;

    public static async Task Measure(int resources, TextWriter output)
    {
        using var baseline = Written(resources, changed: 7);
        using var current = Written(resources, changed: 9);
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var (old, now) = (SnapshotReader.Read(baseline, "baseline"), SnapshotReader.Read(current, "current"));
            var read = watch.Elapsed.TotalSeconds;
            var report = DriftFinder.Find(old, now, Array.Empty<IgnoreRule>());
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"read {read:F2} s, and with drift {watch.Elapsed.TotalSeconds:F2} s ({watch.Elapsed.TotalSeconds / read:F2} times), {report.Changes.Count} changes, {report.Same} the same"));
        }
    }

    /// <summary>Security groups of ten rules; every fiftieth has another, which is not the same in both.</summary>
    private static MemoryStream Written(int resources, int changed)
    {
        var evidence = new Evidence(Plane.Live, Scope, Action, default);
        var header = new Header(Header.CurrentSchema, "benchmark", default, default, [new("benchmark", [Scope], null)]);
        var observations = Enumerable.Range(0, resources).Select(i => new Observation($"sg-{i:D17}", $"sg-{i:D17}", nameof(SecurityGroup), evidence, Properties(i % 50 == changed ? i + changed : i)));
        var stream = new MemoryStream();
        SnapshotWriter.Write(new(header, [.. observations], [new(nameof(SecurityGroup), Scope, Action, null)]), stream);
        return stream;
    }

    private static IReadOnlyList<Property> Properties(int number) =>
    [
        new("ingress", JsonSerializer.SerializeToElement(Enumerable.Range(0, 10).Select(r => new { protocol = "tcp", fromPort = r, toPort = r, peerKind = "cidr", peer = $"10.{number % 200}.{r}.0/24" })), null),
        new("name", JsonSerializer.SerializeToElement($"group {number}"), null),
    ];
}
