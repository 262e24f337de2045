using Scanner.Collect;

namespace Scanner.Cli.Output;

/// <summary>Shows how far a scan is, until it is disposed.</summary>
internal sealed class ProgressReport : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly ScanProgress _progress;
    private readonly IProgressDisplay _display;
    private readonly ITimer _timer;

    public ProgressReport(ScanProgress progress, IProgressDisplay display, TimeProvider clock)
    {
        (_progress, _display) = (progress, display);
        _timer = clock.CreateTimer(_ => Show(), null, display.Interval, display.Interval);
    }

    public void Say(string line)
    {
        lock (_lock) _display.Say(line);
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        lock (_lock) _display.End(_progress.Scopes);
    }

    /// <summary>The display for standard error: rewritten lines where that is a terminal, plain ones where it is a file, a pipe or a log.</summary>
    /// <param name="quiet">Whether the user wants none.</param>
    /// <param name="clock">The clock.</param>
    public static IProgressDisplay Display(bool quiet, TimeProvider clock)
    {
        if (quiet) return new NoProgress(Console.Error);
        return CanRewrite() ? new LiveProgress(Console.Error, Console.WindowWidth) : new PlainProgress(Console.Error, clock);
    }

    /// <summary>Who wants no colour is likely to want no other control sequences either; Windows has no TERM.</summary>
    private static bool CanRewrite() => !Console.IsErrorRedirected && Variable("NO_COLOR") is null
        && (OperatingSystem.IsWindows() || Variable("TERM") is not (null or "dumb"));

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private void Show()
    {
        lock (_lock) _display.Show(_progress.Scopes);
    }
}
