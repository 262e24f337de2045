using System.Diagnostics;
using System.Globalization;

namespace Scanner.Check.Isolation;

/// <summary>Scanner once more, as a process that may do little: no environment, a directory of its own, its limits, and no network where the system allows.</summary>
internal sealed class ChildProcess : IDisposable
{
    private const int OutOfCpu = 128 + 24;
    private const int Aborted = 128 + 6;
    private const int Killed = 128 + 9;

    private readonly Process _process;
    private readonly DirectoryInfo _directory;

    private ChildProcess(Process process, DirectoryInfo directory, bool hasNetwork)
    {
        (_process, _directory, HasNetwork) = (process, directory, hasNetwork);
        _process.ErrorDataReceived += (_, _) => { }; // what it says there may be a rule's
        _process.BeginErrorReadLine();
    }

    /// <summary>Whether it could not be cut off from the network.</summary>
    public bool HasNetwork { get; }

    /// <summary>Its number, for whoever looks at it from outside.</summary>
    public int Id => _process.Id;

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    /// <param name="program">What starts scanner, and the arguments that make it a judge.</param>
    public static ChildProcess Start(IReadOnlyList<string> program)
    {
        var directory = Directory.CreateTempSubdirectory("scanner-isolated-");
        var isCut = CanCutNetwork();
        IReadOnlyList<string> line = isCut ? ["/usr/bin/unshare", "--user", "--map-root-user", "--net", "--", .. program] : program;
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory.FullName, UseShellExecute = false,
        };
        var root = start.Environment.TryGetValue("DOTNET_ROOT", out var given) ? given : null;
        start.Environment.Clear();
        foreach (var (name, value) in Settings(root)) start.Environment[name] = value;
        OpenFiles.KeepFromChildren();
        return new(Process.Start(start)!, directory, !isCut);
    }

    /// <summary>Why it ended, as a clause; it is ended where it has not.</summary>
    public string Ended()
    {
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5))) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        return _process.ExitCode switch
        {
            OutOfCpu => string.Create(CultureInfo.InvariantCulture, $"it was killed, because it took more than {ProcessLimits.Seconds} s of processor time"),
            ExitCodes.OutOfMemory or Aborted => string.Create(CultureInfo.InvariantCulture, $"it ran out of memory, of which it may have {ProcessLimits.Heap >> 20} MB, or crashed"),
            Killed => "it was killed",
            var code => string.Create(CultureInfo.InvariantCulture, $"it ended with {code}"),
        };
    }

    /// <summary>Ends it now, whatever it does.</summary>
    public void End()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_directory.Exists) return;
        End();
        _process.Dispose();
        _directory.Delete(recursive: true);
        _directory.Refresh();
    }

    /// <summary>All that it knows of its surroundings: what the runtime must be told, and nothing of the user's.</summary>
    private static IEnumerable<(string Name, string Value)> Settings(string? root)
    {
        yield return ("DOTNET_GCHeapHardLimit", ProcessLimits.Heap.ToString("x", CultureInfo.InvariantCulture));
        yield return ("DOTNET_EnableDiagnostics", "0");
        yield return ("DOTNET_EnableWriteXorExecute", "0"); // it would write to files in memory, which the limit on files forbids
        yield return ("DOTNET_TieredPGO", "0");
        yield return ("PATH", "/usr/bin:/bin");
        if (root is { Length: > 0 }) yield return ("DOTNET_ROOT", root);
    }

    private static bool CanCutNetwork()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/unshare")) return false;
        using var tried = Process.Start(new ProcessStartInfo("/usr/bin/unshare", ["--user", "--map-root-user", "--net", "--", "true"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        return tried.WaitForExit(TimeSpan.FromSeconds(5)) && tried.ExitCode == 0;
    }
}
