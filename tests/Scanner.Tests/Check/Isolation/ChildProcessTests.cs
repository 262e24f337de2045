using System.Globalization;
using System.Runtime.InteropServices;
using Scanner.Check.Isolation;
using Scanner.Tests.Check.Rules;

namespace Scanner.Tests.Check.Isolation;

/// <summary>What the process of isolated rules has, looked at from outside while it waits.</summary>
public sealed class ChildProcessTests
{
    internal static IReadOnlyList<string> Scanner { get; } =
        [Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet")), "exec", Path.Combine(AppContext.BaseDirectory, "scanner.dll"), "rules", "isolated"];

    [Fact]
    public async Task Has_its_limits_and_nothing_of_its_parents()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "what a process has is looked at as Linux shows it");
        System.Environment.SetEnvironmentVariable("SCANNER_TEST_SECRET", "hidden");
        using var child = ChildProcess.Start(Scanner);
        Frames.Write(child.Input, new CompileRequest([Scripts.Checking("Pass()")]));
        Assert.Empty((await Frames.Read<CompileAnswer>(child.Output, TestContext.Current.CancellationToken)).Errors);

        var limits = await File.ReadAllLinesAsync(Of(child, "limits"), TestContext.Current.CancellationToken);
        Assert.Equal(Hard(limits, "Max cpu time"), ProcessLimits.Seconds.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(Hard(limits, "Max address space"), ProcessLimits.AddressSpace.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("0", Hard(limits, "Max file size"));
        Assert.Equal("0", Hard(limits, "Max core file size"));
        Assert.DoesNotContain("SCANNER_TEST_SECRET", await File.ReadAllTextAsync(Of(child, "environ"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("HOME=", await File.ReadAllTextAsync(Of(child, "environ"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Of(child, "cwd")));
        Assert.Equal(child.HasNetwork, new FileInfo(Of(child, "ns/net")).LinkTarget == new FileInfo("/proc/self/ns/net").LinkTarget);
    }

    private static string Of(ChildProcess child, string what) => $"/proc/{child.Id}/{what}";

    private static string Hard(string[] limits, string name) => limits.Single(l => l.StartsWith(name, StringComparison.Ordinal))[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
}
