using System.Diagnostics;
using System.Globalization;

namespace Scanner.Benchmarks;

/// <summary>What whole processes cost: user and system time of the children, which waiting for a processor does not change.</summary>
internal static class Processes
{
    private const int Rounds = 5;

    // of every Linux, whatever its kernel counts in
    private const double TicksPerSecond = 100;

    /// <summary>The processor time of one run in milliseconds: the least of several, each of as many runs as the clock's ticks call for.</summary>
    public static double Milliseconds(int runs, Action? before, params string[] arguments) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        var spent = 0.0;
        for (var run = 0; run < runs; run++)
        {
            before?.Invoke();
            var start = OfChildren();
            Run(arguments);
            spent += OfChildren() - start;
        }
        return spent / runs;
    });

    /// <summary>Runs <c>dotnet</c> to its end.</summary>
    public static string Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(System.Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode is 0 or 1 or 3 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.Result}{output}");
    }

    /// <summary>cutime and cstime of this process, in milliseconds.</summary>
    private static double OfChildren()
    {
        var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) * 1000 / TicksPerSecond;
    }
}
