using System.Diagnostics;
using Scanner.Tests.Cli;

namespace Scanner.Tests.Deploy;

/// <summary>The action's script in a repository with a base and a pull request, as a workflow would run it.</summary>
public sealed class GitHubActionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_pull_request_is_judged_by_the_policy_of_its_base()
    {
        var repository = _folder["checkout"];
        _folder.With("checkout/scanner.yaml", "targets:\n  - name: pwb\n    declared: [cluster.yaml]\n    cluster: pwb\n");
        _folder.With("checkout/cluster.yaml", await File.ReadAllTextAsync(Repository.Path("fixtures", "findings", "parallelcluster-bare-nodes", "cluster-config.yaml"), TestContext.Current.CancellationToken));
        await Git(repository, "init -q -b main", "add .", "commit -qm base");
        var sha = (await Git(repository, "rev-parse HEAD")).Trim();
        // the pull request would like to be judged by nothing
        _folder.With("checkout/scanner.yaml", "targets:\n  - name: pwb\n    declared: [cluster.yaml]\n    cluster: pwb\nwaivers: waivers.yaml\nrules:\n  severity: { PCL-001: note, PCL-006: note }\n  disable: [PCL-023]\n");
        await Git(repository, "commit -qam change");

        var (code, output, error) = await Check(repository, sha);
        Assert.True(code == 0, error);
        Assert.Contains("note: scanner.yaml is not as in", error, StringComparison.Ordinal);
        var outputs = await File.ReadAllTextAsync(_folder["outputs"], TestContext.Current.CancellationToken);
        Assert.Contains("exit-code=1\n", outputs, StringComparison.Ordinal);
        Assert.Contains($"sarif={_folder["temp/scanner.sarif"]}\n", outputs, StringComparison.Ordinal);
        Assert.Contains("::error file=cluster.yaml,line=", output, StringComparison.Ordinal);
        Assert.StartsWith("## ", await File.ReadAllTextAsync(_folder["summary"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<(int, string, string)> Check(string repository, string sha)
    {
        Directory.CreateDirectory(_folder["temp"]);
        return await Run(repository, "bash", [Repository.Path("deploy", "github", "check.sh")], new()
        {
            ["RUNNER_TEMP"] = _folder["temp"], ["GITHUB_OUTPUT"] = _folder["outputs"], ["GITHUB_STEP_SUMMARY"] = _folder["summary"],
            ["BASE_SHA"] = sha, ["SCANNER_INPUTS"] = "", ["SCANNER_ARGUMENTS"] = "--allow-incomplete", ["SCANNER"] = $"dotnet {ScannerProcess.Program}",
        });
    }

    private static async Task<string> Git(string repository, params string[] commands)
    {
        var said = "";
        foreach (var command in commands)
        {
            var (code, output, error) = await Run(repository, "git", ["-c", "user.name=t", "-c", "user.email=t@example.com", .. command.Split(' ')], []);
            Assert.True(code == 0, error);
            said = output;
        }
        return said;
    }

    private static async Task<(int, string, string)> Run(string directory, string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
