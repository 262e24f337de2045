using System.Diagnostics;

namespace Scanner.Tests.Cli;

/// <summary><c>scanner rules editor</c>: the project that it writes builds sound rules and refuses others, each at its place.</summary>
public sealed class RulesEditorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scanner-editor-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Build_checks_rules()
    {
        await ScannerProcess.Run("rules", "new", "aws-parallelcluster", "OUR-001-instances-have-an-owner", "--into", _folder);
        var written = await ScannerProcess.Run("rules", "editor", _folder);
        Assert.Equal((0, ""), (written.ExitCode, written.Error));
        var sound = await Build();
        Assert.True(sound.ExitCode == 0, sound.Output);

        var script = Path.Combine(_folder, "aws-parallelcluster", "OUR-001-instances-have-an-owner.csx");
        await File.WriteAllTextAsync(script, (await File.ReadAllTextAsync(script, TestContext.Current.CancellationToken)).Replace("instance.Tags.Is", "instance.Taggs.Is", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var broken = await Build();
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("OUR-001-instances-have-an-owner.csx(8,49): error CS1061:", broken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_of_somebody_else_is_kept()
    {
        var path = Path.Combine(_folder, "rules.csproj");
        await File.WriteAllTextAsync(path, "<Project />", TestContext.Current.CancellationToken);
        var result = await ScannerProcess.Run("rules", "editor", _folder);
        Assert.Equal((2, $"scanner: {path}: exists already, and scanner did not write it\n"), (result.ExitCode, result.Error));
        Assert.Equal("<Project />", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    private async Task<(int ExitCode, string Output)> Build()
    {
        var start = new ProcessStartInfo("dotnet", ["build", Path.Combine(_folder, "rules.csproj"), "-nologo", "-nodeReuse:false"]) { WorkingDirectory = _folder, RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
