using System.Runtime.InteropServices;

namespace Scanner.Check.Isolation;

/// <summary>The hard limits that a process sets itself before it reads what it does not trust, and that it cannot raise again.</summary>
public static class ProcessLimits
{
    /// <summary>Seconds of processor time.</summary>
    public const int Seconds = 120;

    /// <summary>What the garbage collector may hold, which becomes an OutOfMemoryException.</summary>
    public const long Heap = 1L << 30;

    /// <summary>Everything that the process maps; the runtime alone reserves most of it.</summary>
    public const long AddressSpace = 16L << 30;

    private const int Cpu = 0;
    private const int FileSize = 1;
    private const int Core = 4;

    /// <summary>Whether they hold on this system, as was tried.</summary>
    public static bool Hold => OperatingSystem.IsLinux();

    /// <summary>Sets them where the system has them.</summary>
    /// <returns>Whether all were set.</returns>
    public static bool Set()
    {
        if (OperatingSystem.IsLinux()) return Limit(Cpu, Seconds) & Limit(FileSize, 0) & Limit(Core, 0) & Limit(9, AddressSpace);
        return OperatingSystem.IsMacOS() && Limit(Cpu, Seconds) & Limit(FileSize, 0) & Limit(Core, 0);
    }

    private static bool Limit(int resource, long most) => SetLimit(resource, new(most, most)) == 0;

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, in Pair limit);

    private readonly record struct Pair(long Soft, long Hard);
}
