using System.Diagnostics;

namespace Scanner.Tests.Cli;

/// <summary>Scanner as people run it: a process with arguments, an environment, two streams and an exit code.</summary>
internal static class ScannerProcess
{
    public sealed record Result(int ExitCode, string Output, string Error);

    /// <summary>What <c>dotnet exec</c> starts.</summary>
    public static readonly string Program = Path.Combine(AppContext.BaseDirectory, "program", "scanner.dll");

    public static Task<Result> Run(params string[] arguments) => Run(Repository.Root, new Dictionary<string, string>(), arguments);

    public static Task<Result> Run(string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments) => RunFrom(Program, directory, environment, arguments);

    /// <summary>Runs the program that lies there.</summary>
    public static async Task<Result> RunFrom(string program, string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(program, directory, environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    public static Process Start(string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments) => Start(Program, directory, environment, arguments);

    private static Process Start(string program, string directory, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", program, .. arguments])
        {
            WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("AWS_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
