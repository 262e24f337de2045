using System.Diagnostics;
using System.Text.Json;
using Scanner.Check;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Scanner.Report.Sarif;

namespace Scanner.Benchmarks;

/// <summary>The steps of a check of a large snapshot, each by itself, in a process of its own. Times are the least of several, in milliseconds.</summary>
internal static class DataPath
{
    private const int Rounds = 3, Results = 20_000;

    /// <summary>Reading, against a bare reader of tokens; and what stays in memory.</summary>
    public static IEnumerable<(string Name, double Value)> Read(string file, int resources)
    {
        var bytes = File.ReadAllBytes(file);
        yield return ("bytes", bytes.Length);
        yield return ("tokens", Best(() => Tokens(bytes)));
        yield return ("read", Best(() => SnapshotReader.Read(new MemoryStream(bytes), file)));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var snapshot = SnapshotReader.Read(new MemoryStream(bytes), file);
        yield return ("snapshot bytes", (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / resources);
        var graph = new ResourceGraph(snapshot);
        yield return ("graph bytes", (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / resources);
        GC.KeepAlive(graph);
        using var self = Process.GetCurrentProcess();
        yield return ("peak MiB", self.PeakWorkingSet64 / 1048576.0);
    }

    /// <summary>Judging by all shipped rules, on one processor and on all.</summary>
    public static IEnumerable<(string Name, double Value)> Judge(string file, string rules)
    {
        using var input = File.OpenRead(file);
        var snapshot = SnapshotReader.Read(input, file);
        var loaded = new RuleLibrary(rules, null).Load([]).Rules;
        yield return ("graph", Best(() => new ResourceGraph(snapshot)));
        foreach (var threads in new[] { 1, System.Environment.ProcessorCount })
            yield return ($"judge {threads}", Soonest(() => Checker.Check(new ResourceGraph(snapshot), Parameters.None, loaded, threads, CancellationToken.None)));
        yield return ("judge", Best(() => Checker.Check(new ResourceGraph(snapshot), Parameters.None, loaded, 1, CancellationToken.None)));
        yield return ("rules", loaded.Count);
    }

    /// <summary>SARIF of many results, against writing the same bytes to the same place, and the same tokens.</summary>
    public static IEnumerable<(string Name, double Value)> Sarif(string file, string rules)
    {
        using var input = File.OpenRead(file);
        var report = Checker.Check(SnapshotReader.Read(input, file), Parameters.None, new RuleLibrary(rules, null).Load([]).Rules, trace: false, CancellationToken.None);
        var environment = report.Environments[0];
        var many = Enumerable.Range(0, Results).Select(i => environment.Findings[i % environment.Findings.Count] with { SubjectKey = $"copy-{i}", SubjectId = $"copy-{i}" });
        report = report with { Environments = [environment with { Findings = [.. many] }] };
        var target = Path.GetTempFileName();
        yield return ("write", Best(() => Written(target, s => SarifReport.WriteFull(report, s, new()))));
        var bytes = File.ReadAllBytes(target);
        yield return ("bytes", bytes.Length);
        yield return ("raw", Best(() => Written(target, s => s.Write(bytes))));
        using var document = JsonDocument.Parse(bytes);
        yield return ("tokens", Best(() => Written(target, s =>
        {
            using var writer = new Utf8JsonWriter(s);
            document.WriteTo(writer);
        })));
        File.Delete(target);
    }

    private static int Tokens(byte[] bytes)
    {
        var count = 0;
        foreach (var line in Lines(bytes))
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(line));
            while (reader.Read()) count++;
        }
        return count;
    }

    private static IEnumerable<Range> Lines(byte[] bytes)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start);
            if (end < 0) end = bytes.Length;
            yield return start..end;
            start = end + 1;
        }
    }

    private static long Written(string file, Action<Stream> write)
    {
        using var stream = File.Create(file);
        write(stream);
        return stream.Length;
    }

    /// <summary>By the processor's time, which other programs change little.</summary>
    private static double Best(Func<object> work) => Least(() => System.Environment.CpuUsage.TotalTime, work);

    /// <summary>By the clock, where several processors work.</summary>
    private static double Soonest(Func<object> work) => Least(() => TimeSpan.FromTicks(Stopwatch.GetElapsedTime(0).Ticks), work);

    private static double Least(Func<TimeSpan> now, Func<object> work) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        var start = now();
        GC.KeepAlive(work());
        return (now() - start).TotalMilliseconds;
    });
}
