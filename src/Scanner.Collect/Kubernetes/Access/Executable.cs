namespace Scanner.Collect.Kubernetes;

/// <summary>Finds a program. The current folder is never searched: whoever can write there must not be run.</summary>
internal static class Executable
{
    /// <param name="command">A path, or a name to be looked for in PATH.</param>
    public static string? Find(string command)
    {
        if (command.AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0) return File.Exists(command) ? command : null;
        string[] endings = OperatingSystem.IsWindows() && !Path.HasExtension(command) ? [".exe", ".cmd", ".bat"] : [""];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified);
        return folders.SelectMany(f => endings.Select(e => Path.Combine(f, command + e))).FirstOrDefault(File.Exists);
    }
}
