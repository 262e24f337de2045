using System.Globalization;
using Scanner.Cli.Output;
using Scanner.Collect;
using Scanner.Tests.Collect;

namespace Scanner.Tests.Cli;

/// <summary>What the user sees while a scan runs: on a terminal lines that are rewritten, in a log few plain ones.</summary>
public sealed class ProgressTests : IDisposable
{
    private readonly StringWriter _text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly SteppedClock _clock = new();

    public void Dispose() => _text.Dispose();

    [Fact]
    public void Log_has_a_line_at_the_beginning_one_every_ten_seconds_and_one_at_the_end()
    {
        var display = new PlainProgress(_text, _clock);
        for (var i = 0; i < 30; i++)
        {
            display.Show([new("aws/1/r", i, i / 2, 22, i == 20 ? 3 : 0)]);
            _clock.Pass(TimeSpan.FromSeconds(1));
        }
        display.Show([new("aws/1/r", 55, 22, 22, 0)]);
        display.End([new("aws/1/r", 55, 22, 22, 0)]);

        Assert.Equal(
            "  aws/1/r: 0 of 22, 0 calls\n  aws/1/r: 5 of 22, 10 calls\n  aws/1/r: 10 of 22, 20 calls, 3 waiting for the service\n  aws/1/r: done, 55 calls\n", _text.ToString());
    }

    [Fact]
    public void Log_tells_of_a_scope_that_was_done_before_anybody_looked()
    {
        var display = new PlainProgress(_text, _clock);

        display.End([new("aws/1/r", 1, 22, 22, 0), new("aws/1/q", 9, 2, 22, 0)]);

        Assert.Equal("  aws/1/r: done, 1 call\n", _text.ToString());
    }

    [Fact]
    public void Terminal_shows_open_scopes_in_place_and_nothing_once_they_are_done()
    {
        var display = new LiveProgress(_text, 80);
        display.Show([new("aws/1/q", 1, 2, 22, 0), new("aws/1/r", 1, 2, 22, 0)]);
        display.Show([new("aws/1/q", 5, 22, 22, 0), new("aws/1/r", 7, 3, 22, 0)]);
        display.Say("note: so");
        display.Show([new("aws/1/r", 8, 4, 22, 0)]);
        display.End([]);

        Assert.Equal(["  aws/1/q: 2 of 22, 1 call", "  aws/1/r: 2 of 22, 1 call", "\r\u001b[2A\u001b[J  aws/1/r: 3 of 22, 7 calls",
            "\r\u001b[1A\u001b[Jnote: so", "  aws/1/r: 4 of 22, 8 calls", "\r\u001b[1A\u001b[J"], _text.ToString().Split('\n'));
    }

    [Fact]
    public void Terminal_shows_no_more_than_fits()
    {
        new LiveProgress(_text, 40).Show([.. Enumerable.Range(0, 30).Select(i => new ScopeProgress($"aws/{i:D60}/r", 1, 2, 22, 0))]);

        var lines = _text.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal("  … and 20 more", lines[^1]);
        Assert.All(lines, l => Assert.InRange(l.Length, 1, 39));
    }

    [Fact]
    public void Terminal_without_a_width_is_taken_for_a_usual_one()
    {
        new LiveProgress(_text, 0).Show([new("aws/123456789012/ap-southeast-2", 100, 2, 22, 0)]);

        Assert.Equal("  aws/123456789012/ap-southeast-2: 2 of 22, 100 calls\n", _text.ToString());
    }

    [Fact]
    public void Terminal_is_left_alone_while_nothing_changes()
    {
        var display = new LiveProgress(_text, 80);
        for (var i = 0; i < 5; i++) display.Show([new("aws/1/q", 1, 2, 22, 0)]);

        Assert.Equal("  aws/1/q: 2 of 22, 1 call\n", _text.ToString());
    }

    [Fact]
    public void Name_of_a_scope_cannot_steer_the_terminal() =>
        Assert.DoesNotContain("\u001b", ProgressLine.Of(new("k8s/\u001b[2Jprod", 1, 2, 22, 0)), StringComparison.Ordinal);

    [Fact]
    public async Task Scan_tells_how_far_each_scope_is()
    {
        await using var aws = new RecordedAws("parallelcluster-good").With("rds:DescribeDBProxies", Trouble.Silent);
        using var user = new CancellationTokenSource();
        var scan = new Scan("scanner test", TimeProvider.System) { Limits = CallLimits.None };
        Assert.Empty(scan.Progress.Scopes);

        var scanning = scan.Run([aws.Target], user.Token);
        while (scan.Progress.Scopes is not [{ Done: > 15 }]) await Task.Delay(10, TestContext.Current.CancellationToken);
        var scope = Assert.Single(scan.Progress.Scopes);
        Assert.Equal(("aws/123456789012/us-east-1", false, 0), (scope.Scope, scope.IsDone, scope.Waiting));
        Assert.InRange(scope.Calls, 20, 63);

        await user.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scanning);
    }

    [Fact]
    public async Task Scan_that_is_over_has_done_all()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        var scan = new Scan("scanner test", TimeProvider.System) { Limits = CallLimits.None };

        var snapshot = await scan.Run([aws.Target], TestContext.Current.CancellationToken);

        var scope = Assert.Single(scan.Progress.Scopes);
        Assert.True(scope.IsDone);
        Assert.Equal(snapshot.Header.Calls, scope.Calls + 1); // who is asking was asked before the scope had a name
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Process_that_writes_to_no_terminal_writes_plain_lines_or_none(bool quiet)
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        var directory = Directory.CreateTempSubdirectory("scanner-test-");
        var result = await ScannerProcess.Run(directory.FullName, new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = aws.Url.ToString(), ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "secret", ["TERM"] = "xterm",
        }, ["snapshot", "--aws-region", "us-east-1", "-o", "a.jsonl", .. quiet ? (string[])["--quiet"] : []]);
        directory.Delete(recursive: true);

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("\u001b", result.Error, StringComparison.Ordinal);
        Assert.Equal(!quiet, result.Error.Contains("  aws/123456789012/us-east-1: done, ", StringComparison.Ordinal));
        Assert.Equal(!quiet, result.Error.Contains("collecting ", StringComparison.Ordinal));
        Assert.Contains("observations, ", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }
}
