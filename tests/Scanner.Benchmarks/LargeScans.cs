using System.Diagnostics;
using System.Globalization;
using Amazon.Runtime;
using Scanner.Collect;
using Scanner.Collect.Kubernetes;
using Scanner.Model.Snapshots;

namespace Scanner.Benchmarks;

/// <summary>Scans that are measured.</summary>
internal static class LargeScans
{
    /// <summary>A cluster, as fast as it answers.</summary>
    public static async Task Cluster(int pods, TextWriter output)
    {
        using var server = new LoopbackServer((path, _) => new ObjectSource(pods, 500).Answer(path));
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(10), CallLimits.None);
        var (sink, watch) = (new SnapshotBuilder(), Stopwatch.StartNew());
        using (var scope = await KubernetesScope.Open(new("loopback", server.Url), calls, CancellationToken.None))
            await Task.WhenAll(KubernetesCollectors.All.Select(c => c.Collect(scope, sink, CancellationToken.None)));
        await Tell(sink.Build(new(Header.CurrentSchema, "benchmark", default, default, []) { Calls = calls.Count }), watch, server, output);
    }

    /// <summary>An account, at the rate that a scan keeps to.</summary>
    public static async Task Account(int instances, TextWriter output)
    {
        using var server = new LoopbackServer(new InstanceSource(instances).Answer);
        var target = new LiveTarget("loopback") { Aws = new(["us-east-1"]) { Endpoint = server.Url, Given = new BasicAWSCredentials("AKIDEXAMPLE", "secret") } };
        var watch = Stopwatch.StartNew();
        var snapshot = await new Scan("benchmark", TimeProvider.System) { Wanted = InstanceSource.Actions }.Run([target], CancellationToken.None);
        await Tell(snapshot, watch, server, output);
    }

    private static async Task Tell(Snapshot snapshot, Stopwatch watch, LoopbackServer server, TextWriter output)
    {
        var collected = watch.Elapsed.TotalSeconds;
        using var file = new CountingStream();
        SnapshotWriter.Write(snapshot, file);
        using var self = Process.GetCurrentProcess();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            objects  {snapshot.Observations.Count}, gaps {snapshot.Gaps.Count(g => g.MakesIncomplete)}
            wall     {collected:F1} s, and {watch.Elapsed.TotalSeconds - collected:F1} s to write
            CPU      {self.TotalProcessorTime.TotalSeconds:F1} s
            memory   {self.PeakWorkingSet64 / 1048576} MiB at most
            received {server.Sent / 1048576} MiB in {snapshot.Header.Calls} calls
            snapshot {file.Length / 1048576.0:F1} MiB
            """));
    }

    /// <summary>Counts what is written and keeps nothing.</summary>
    private sealed class CountingStream : MemoryStream
    {
        private long _length;

        public override long Length => _length;

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;
    }
}
