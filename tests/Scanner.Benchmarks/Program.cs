using System.Diagnostics;
using System.Globalization;
using Scanner.Benchmarks;
using Scanner.Collect;
using Scanner.Collect.Kubernetes;
using Scanner.Model.Snapshots;

var pods = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5000;
using var server = new LoopbackServer(new ObjectSource(pods, 500).Answer);
using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(10));
var (sink, watch) = (new SnapshotBuilder(), Stopwatch.StartNew());
using (var scope = await KubernetesScope.Open(new("loopback", server.Url), calls, CancellationToken.None))
    await Task.WhenAll(KubernetesCollectors.All.Select(c => c.Collect(scope, sink, CancellationToken.None)));
var snapshot = sink.Build(new(Header.CurrentSchema, "benchmark", default, default, []));
watch.Stop();

using var self = Process.GetCurrentProcess();
await using var output = new StreamWriter(Console.OpenStandardOutput());
await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
    objects  {snapshot.Observations.Count}, gaps {snapshot.Gaps.Count}
    wall     {watch.Elapsed.TotalSeconds:F1} s
    CPU      {self.TotalProcessorTime.TotalSeconds:F1} s
    memory   {self.PeakWorkingSet64 / 1048576} MiB at most
    received {server.Sent / 1048576} MiB in {calls.Count} calls
    """));
