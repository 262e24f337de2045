using System.Diagnostics;
using System.Globalization;
using Scanner.Tests.Collect;

namespace Scanner.Tests.Cli;

/// <summary>Ctrl-C while a scan waits: it ends at once, with 130, and leaves nothing behind.</summary>
public sealed class InterruptTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("scanner-test-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("sts:GetCallerIdentity", Trouble.Silent)]
    [InlineData("rds:DescribeDBInstances", Trouble.Silent)]
    [InlineData("rds:DescribeDBInstances", Trouble.Dripping)]
    [InlineData("rds:DescribeDBInstances", Trouble.Throttled)]
    public async Task Ends_the_scan_whatever_it_waits_for(string action, Trouble trouble)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals are sent as Linux sends them");
        await using var aws = new RecordedAws("parallelcluster-good").With(action, trouble);
        using var process = Start(aws);
        while (!aws.Actions.Contains(action)) await Task.Delay(20, TestContext.Current.CancellationToken);

        using (var kill = Process.Start("kill", [Signal(), process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var ended = process.WaitForExit(TimeSpan.FromSeconds(60)); // the deadline is an hour away
        if (!ended) process.Kill();

        Assert.True(ended);
        Assert.Equal(130, process.ExitCode);
        Assert.Equal("scanner: cancelled", (await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd().Split('\n')[^1]);
        Assert.Empty(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Empty(_directory.GetFileSystemInfos());
    }

    /// <summary>Ctrl-C; where whoever runs the tests in the background has children ignore that, what Kubernetes sends.</summary>
    private static string Signal()
    {
        var ignored = File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))?.Split('\t')[1] ?? "0";
        return (Convert.ToUInt64(ignored, 16) & 2) == 0 ? "-INT" : "-TERM";
    }

    private Process Start(RecordedAws aws) => ScannerProcess.Start(_directory.FullName, new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL"] = aws.Url.ToString(), ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "secret",
    }, "snapshot", "--aws-region", "us-east-1", "--deadline", "3600", "-o", "a.jsonl");
}
