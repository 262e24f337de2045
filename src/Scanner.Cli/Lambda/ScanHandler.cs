using System.CommandLine;
using System.Globalization;
using System.Text;
using Scanner.Cli.Artifacts;
using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Cli.Lambda;

/// <summary>Runs <c>scanner check</c> for an invocation, as its event and the function's settings say, and <c>scanner upload</c> after it.</summary>
internal sealed class ScanHandler(FunctionSettings settings, RootCommand root, ArtifactStores stores, TimeProvider time)
{
    private const string TokenVariable = "SCANNER_GITHUB_TOKEN";

    /// <exception cref="InvocationException">There is no verdict: bad configuration, a fault, or nothing that could be written.</exception>
    public async Task<byte[]> Handle(Invocation invocation, CancellationToken cancellationToken)
    {
        var asked = ScanEvent.Read(invocation.Event);
        var folder = Directory.CreateTempSubdirectory("scanner-");
        try
        {
            return await Scan(invocation, asked, folder.FullName, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<byte[]> Scan(Invocation invocation, ScanEvent asked, string folder, CancellationToken cancellationToken)
    {
        var (report, sarif, written) = (Path.Combine(folder, "report.json"), Path.Combine(folder, "github.sarif"), Written(invocation));
        var exitCode = await Run([.. await Check(asked, folder, invocation, cancellationToken), "--out", $"json={report}", .. settings.GitHub is null ? [] : (string[])["--out", $"github-sarif={sarif}"], .. written.SelectMany(w => (string[])["--out", $"{w.Format}={w.Address}"])], cancellationToken);
        var upload = settings.GitHub is { } repository && File.Exists(sarif) ? await Upload(repository, sarif, cancellationToken) : null;
        return ScanAnswer.Of(exitCode, File.Exists(report) ? await File.ReadAllBytesAsync(report, cancellationToken) : null, [.. written.Select(w => w.Address)], upload);
    }

    private async Task<IReadOnlyList<string>> Check(ScanEvent asked, string folder, Invocation invocation, CancellationToken cancellationToken) =>
    [
        "check", "--quiet", "--deadline", Deadline(invocation),
        .. await Config(folder, cancellationToken) is { } config ? (string[])["--config", config] : [],
        .. asked.Targets.SelectMany(t => (string[])["--target", t]),
        .. asked.Target is null ? [] : (string[])["--targets-from", await Described(asked.Target, folder, cancellationToken)],
        .. asked.Only.SelectMany(r => (string[])["--only", r]),
        .. settings.History is null ? [] : (string[])["--history", settings.History],
    ];

    /// <summary>What follows the scan (rules, reports, uploads) needs a fifth of the time, at least ten seconds, and never more than a minute.</summary>
    private string Deadline(Invocation invocation)
    {
        var left = (invocation.Deadline - time.GetUtcNow()).TotalSeconds;
        return Math.Clamp(Math.Floor(left - Math.Clamp(left / 5, 10, 60)), 1, 86400).ToString(CultureInfo.InvariantCulture);
    }

    private List<(string Format, string Address)> Written(Invocation invocation) => settings.Reports is not { } prefix ? [] :
        [.. settings.Formats.Select(f => (f, string.Create(CultureInfo.InvariantCulture, $"{prefix}/{time.GetUtcNow().UtcDateTime:yyyy-MM-dd}/{invocation.RequestId}.{Ending(f)}")))];

    private static string Ending(string format) => format switch
    {
        "text" => "txt",
        "github-sarif" => "github.sarif",
        "markdown" => "md",
        "junit" => "junit.xml",
        _ => format,
    };

    /// <summary>The function's scanner.yaml, fetched anew each time where it lies in S3: what is changed there counts from the next scan on.</summary>
    private async Task<string?> Config(string folder, CancellationToken cancellationToken)
    {
        if (settings.Config is not { } config || !ArtifactAddress.IsRemote(config)) return settings.Config;
        var path = Path.Combine(folder, "scanner.yaml");
        await File.WriteAllBytesAsync(path, await stores.ReadBytes(config, cancellationToken), cancellationToken);
        return path;
    }

    /// <summary>The target that the event describes, as a file of its own: errors in it name line and column.</summary>
    private static async Task<string> Described(string target, string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "event.yaml");
        await File.WriteAllTextAsync(path, $"targets: [{target}]", Encoding.UTF8, cancellationToken);
        return path;
    }

    private async Task<string> Upload(string repository, string sarif, CancellationToken cancellationToken)
    {
        System.Environment.SetEnvironmentVariable(TokenVariable, await SecretAccess.Read(settings.TokenSecret!, cancellationToken));
        try
        {
            return await Run(["upload", sarif, "--repository", repository, "--token-variable", TokenVariable], cancellationToken) == ExitCode.Compliant ? $"uploaded to {repository}" : $"not uploaded to {repository}";
        }
        finally
        {
            System.Environment.SetEnvironmentVariable(TokenVariable, null);
        }
    }

    private async Task<int> Run(string[] arguments, CancellationToken cancellationToken)
    {
        var usual = Console.Error;
        using var said = new LastLine(usual);
        Console.SetError(said);
        try
        {
            var exitCode = await ProcessEnd.Of(root.Parse(arguments), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return exitCode is ExitCode.BadInput or ExitCode.InternalError
                ? throw new InvocationException(exitCode == ExitCode.BadInput ? "Scanner.BadInput" : "Scanner.InternalError", OneLine.Of(said.Text?.Replace("scanner: ", "", StringComparison.Ordinal) ?? $"exit code {exitCode}"))
                : exitCode;
        }
        finally
        {
            Console.SetError(usual);
        }
    }
}
