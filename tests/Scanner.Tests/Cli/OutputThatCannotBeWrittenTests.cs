using System.Diagnostics;
using Scanner.Cli;
using Scanner.Cli.Output;

namespace Scanner.Tests.Cli;

/// <summary>An output that takes nothing is the user's to mend; one that is replaced keeps who may read it.</summary>
public sealed class OutputThatCannotBeWrittenTests
{
    [Theory]
    [InlineData("permissions aws", ">/dev/full")]
    [InlineData("permissions aws", ">&-")]
    [InlineData("rules list", ">/dev/full")]
    [InlineData("doctor --aws-region us-east-1", ">/dev/full")]
    [InlineData("check --aws-region us-east-1", ">/dev/full")]
    [InlineData("check --aws-region us-east-1", ">&-")]
    public async Task Standard_output_is_one_line_and_bad_input(string verb, string output)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/full");
        using var home = new AwsHome(null);
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec dotnet exec \"$0\" {verb} {output}", ScannerProcess.Program]) { WorkingDirectory = home.Path(), RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("AWS_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in home.Environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == ExitCode.BadInput, error);
        Assert.Contains("scanner: standard output cannot be written: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", error, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_replaced_keeps_its_mode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "modes are Unix's");
        using var home = new AwsHome(null).Write("a.jsonl", "old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(home.Path("a.jsonl"), Mode);

        AtomicFile.Write(home.Path("a.jsonl"), stream => stream.WriteByte(65));

        if (!OperatingSystem.IsWindows()) Assert.Equal(Mode, File.GetUnixFileMode(home.Path("a.jsonl")));
        Assert.Equal("A", File.ReadAllText(home.Path("a.jsonl")));
    }
}
