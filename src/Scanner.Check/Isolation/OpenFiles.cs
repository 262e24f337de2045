using System.Globalization;
using System.Runtime.InteropServices;

namespace Scanner.Check.Isolation;

/// <summary>What this process has open, and a child must not inherit: the runtime marks its own so, and not what it was given itself.</summary>
internal static class OpenFiles
{
    private const int SetFlags = 2;
    private const int CloseOnExec = 1;
    private const int StandardError = 2;

    public static void KeepFromChildren()
    {
        if (!OperatingSystem.IsLinux()) return;
        foreach (var entry in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
            if (int.TryParse(Path.GetFileName(entry), CultureInfo.InvariantCulture, out var file) && file > StandardError) _ = Control(file, SetFlags, CloseOnExec);
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int file, int command, int argument);
}
