using System.Collections;
using System.CommandLine;
using Scanner.Cli.CodeScanning;
using Scanner.Cli.Output;
using Scanner.Model;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner upload</c>: sends findings to GitHub code scanning, and waits until they are there.</summary>
internal static class UploadCommand
{
    private static readonly Argument<string> s_file = new("FILE") { Description = "What check --out github-sarif=FILE wrote." };

    private static readonly Option<string?> s_repository = new("--repository") { Description = "The repository; default: the workflow's (GITHUB_REPOSITORY), else the one checked out here.", HelpName = "OWNER/NAME" };

    private static readonly Option<string?> s_commit = new("--commit") { Description = "The commit that the findings are about; default: the workflow's, the one checked out, or the ref's head.", HelpName = "SHA" };

    private static readonly Option<string?> s_ref = new("--ref") { Description = "The ref to show them under; default: the workflow's, the branch checked out, or the default branch.", HelpName = "REF" };

    private static readonly Option<string?> s_api = new("--api-url") { Description = "The REST API, e.g. https://github.example.com/api/v3; default: the workflow's (GITHUB_API_URL), or that of the checkout's host.", HelpName = "URL" };

    private static readonly Option<string> s_token = new("--token-variable") { Description = "The environment variable that holds the token; default: GITHUB_TOKEN, then GH_TOKEN.", HelpName = "NAME", DefaultValueFactory = _ => "" };

    private static readonly Option<int> s_wait = new("--wait") { Description = "Seconds to wait until GitHub has processed the file; 0: do not wait.", HelpName = "SECONDS", DefaultValueFactory = _ => 300 };

    private static readonly Option<bool> s_validate = new("--validate") { Description = "Let GitHub check the file against its own specification too." };

    private static readonly Option<bool> s_allowRefused = new("--allow-refused") { Description = "Exit 0 with a warning where this token may not upload: a pull request from a fork, no licence." };

    public static Command Create()
    {
        var command = new Verb("upload", "Send findings to GitHub code scanning, and wait for the result. The token is read from the environment and needs security_events.", """
            scanner check prod.jsonl.gz --out github-sarif=scan.sarif ; scanner upload scan.sarif
            scanner upload scan.sarif --repository acme/platform --ref refs/heads/main          # no checkout: the commit is asked of GitHub
            scanner upload scan.sarif --api-url https://github.example.com/api/v3               # GitHub Enterprise Server
            """) { s_file, s_repository, s_commit, s_ref, s_api, s_token, s_wait, s_validate, s_allowRefused };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var (file, patience) = (command.GetRequiredValue(s_file), TimeSpan.FromSeconds(command.GetValue(s_wait)));
        if (patience < TimeSpan.Zero || patience > TimeSpan.FromDays(1)) throw new UserErrorException($"--wait {command.GetValue(s_wait)}: expected 0 to 86400 seconds");
        var package = SarifPackage.Read(file);
        var (environment, checkout) = (Environment(), GitCheckout.Around(Directory.GetCurrentDirectory()));
        var repository = GitHubRepository.Of(command.GetValue(s_repository), command.GetValue(s_api), environment, checkout);
        using var api = new GitHubApi(repository, Token(command.GetRequiredValue(s_token), environment), TimeProvider.System, patience);
        var commit = await AnalysedCommit.Of(command.GetValue(s_commit), command.GetValue(s_ref), environment, checkout, api, cancellationToken);
        var scanning = new CodeScanningApi(api, TimeProvider.System);
        try
        {
            var id = await scanning.Upload(package, commit, command.GetValue(s_validate), cancellationToken);
            return await End(id, patience, scanning, $"{package.Results} {(package.Results == 1 ? "result" : "results")} of {OneLine.Of(file)} for {repository} {commit.Ref} at {commit.Sha}", cancellationToken);
        }
        catch (UploadRefusedException e)
        {
            await Console.Error.WriteLineAsync($"{(command.GetValue(s_allowRefused) ? "warning" : "scanner")}: nothing was uploaded: {OneLine.Of(e.Message)}");
            return command.GetValue(s_allowRefused) ? ExitCode.Compliant : ExitCode.Incomplete;
        }
    }

    private static async Task<int> End(string id, TimeSpan patience, CodeScanningApi scanning, string what, CancellationToken cancellationToken)
    {
        var pending = patience == TimeSpan.Zero ? "pending" : await scanning.Processed(id, patience, cancellationToken);
        await Console.Out.WriteLineAsync(pending is null ? $"uploaded {what} (id {OneLine.Of(id)})" : $"sent {what} (id {OneLine.Of(id)}): {OneLine.Of(pending)}");
        if (pending is null || patience == TimeSpan.Zero) return ExitCode.Compliant;
        await Console.Error.WriteLineAsync($"scanner: GitHub has not said within {patience.TotalSeconds:0} s what became of it; --wait waits longer");
        return ExitCode.Incomplete;
    }

    private static string Token(string variable, Dictionary<string, string> environment)
    {
        string[] names = variable.Length > 0 ? [variable] : ["GITHUB_TOKEN", "GH_TOKEN"];
        var token = names.Select(n => environment.GetValueOrDefault(n)?.Trim()).FirstOrDefault(t => t is { Length: > 0 })
            ?? throw new UserErrorException($"no token: set {string.Join(" or ", names)} to one that has security_events (in a workflow: permissions: security-events: write)");
        return token.All(c => c is > ' ' and < (char)127) ? token : throw new UserErrorException($"the token in {string.Join(" or ", names)} holds characters that no token has");
    }

    private static Dictionary<string, string> Environment() => System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(e => e.Value is string { Length: > 0 }).ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
}
