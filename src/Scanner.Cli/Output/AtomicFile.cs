namespace Scanner.Cli.Output;

/// <summary>Files that are either whole or not there: written beside their place, then renamed.</summary>
internal static class AtomicFile
{
    /// <param name="path">The file's place.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="check">Looks at what was written before it takes its place; null for no look.</param>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write, Action<string>? check = null)
    {
        if (!IsSpecial(path) && File.Exists(path)) path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        // by name alone, for processes of two containers that share a folder may have the same number
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            if (IsSpecial(path))
            {
                using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
                write(device);
                return;
            }
            using (var stream = new FileStream(temporary, Created(path)))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            check?.Invoke(temporary);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path}: cannot be written: {e.Message}", e);
        }
        finally
        {
            if (File.Exists(temporary)) File.Delete(temporary);
        }
    }

    /// <summary>As open to others as the file that it replaces, from the first byte on.</summary>
    private static FileStreamOptions Created(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows() && File.Exists(path)) options.UnixCreateMode = File.GetUnixFileMode(path) | UnixFileMode.UserWrite;
        return options;
    }

    /// <summary>A device, or a pipe that a shell passes, is written to; renaming a file over it would destroy it.</summary>
    private static bool IsSpecial(string path) => Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);
}
