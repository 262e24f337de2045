using System.Text.RegularExpressions;
using Scanner.Tests.Cli;

namespace Scanner.Tests.Check.Attacks;

/// <summary>All attacks that no compilation may let pass, compiled by one process; a broken script hides no other.</summary>
public sealed partial class RefusedAttacks : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal IReadOnlyDictionary<string, string> Ids { get; private set; } = new Dictionary<string, string>();

    internal ScannerProcess.Result Result { get; private set; } = null!;

    /// <summary>What was said of each, by its id.</summary>
    internal ILookup<string, string> Errors { get; private set; } = null!;

    [GeneratedRegex(@"^rules/workbench/(?<id>ATK-\d+)-[^:]*:(?<line>\d+):\d+: (?<error>(CS|RULE)\d+: .+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Error { get; }

    public async ValueTask InitializeAsync()
    {
        Ids = Attack.Write(Attack.Of("refused"), _folder.Path);
        Result = await ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(), "rules", "compile", "rules");
        Errors = Error.Matches(Result.Error).ToLookup(m => m.Groups["id"].Value, m => m.Groups["error"].Value);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What lies in the working directory beside the rules.</summary>
    internal IEnumerable<string> Left => Directory.EnumerateFileSystemEntries(_folder.Path).Select(p => Path.GetFileName(p)).Where(n => n != "rules");
}
