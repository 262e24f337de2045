using System.Text.Json;
using Scanner.Tests.Cli;

namespace Scanner.Tests.Check.Attacks;

/// <summary>All attacks that compile, judged by one process over a green world, as <c>scanner check</c> does.</summary>
public sealed class JudgedAttacks : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal IReadOnlyDictionary<string, string> Ids { get; private set; } = new Dictionary<string, string>();

    internal ScannerProcess.Result Result { get; private set; } = null!;

    internal IReadOnlyDictionary<string, string> Verdicts { get; private set; } = new Dictionary<string, string>();

    /// <summary>The notifications of each, by its id.</summary>
    internal ILookup<string, (string Id, string Text)> Notifications { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Ids = Attack.Write([.. Attack.Of("budget"), .. Attack.Of("unknown"), .. Attack.Of("harmless")], _folder.Path);
        Result = await ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(),
            ["check", Repository.Path("fixtures", "worlds", "aws-eks.jsonl"), "--rules", "rules", "--no-cache", "--out", "json", .. Ids.Values.SelectMany(id => new[] { "--only", id })]);
        using var report = JsonDocument.Parse(Result.Output);
        Verdicts = report.RootElement.GetProperty("environments")[0].GetProperty("rules").EnumerateArray().ToDictionary(r => r.GetProperty("id").GetString()!, r => r.GetProperty("verdict").GetString()!);
        Notifications = report.RootElement.GetProperty("notifications").EnumerateArray().ToLookup(n => n.GetProperty("rule").GetString()!, n => (n.GetProperty("id").GetString()!, n.GetProperty("text").GetString()!));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What lies in the working directory beside the rules.</summary>
    internal IEnumerable<string> Left => Directory.EnumerateFileSystemEntries(_folder.Path).Select(p => Path.GetFileName(p)).Where(n => n != "rules");
}
