using System.Globalization;
using System.Text.RegularExpressions;

namespace Scanner.Cli.Histories;

/// <summary>What an entry of a history is called: when its scan began, and a hash of what it holds, so that two writers never mean the same name.</summary>
/// <param name="Text">The part that its files share.</param>
internal sealed partial record EntryName(string Text)
{
    private const string Time = "yyyyMMdd'T'HHmmss'Z'";
    private const string SnapshotEnding = ".snapshot.jsonl.gz";
    private const string BaselineEnding = ".baseline.json.gz";

    public static EntryName Of(DateTimeOffset startedAt, string hash) => new($"{startedAt.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)}-{hash[..16]}");

    /// <summary>The entry that a file belongs to; null where it belongs to none.</summary>
    public static EntryName? Of(string file) => Form.Match(file) is { Success: true } match && TimeOf(match.Groups[1].Value) is not null ? new(match.Groups[1].Value) : null;

    public string Snapshot => Text + SnapshotEnding;

    public string Baseline => Text + BaselineEnding;

    /// <summary>When the scan began.</summary>
    public DateTimeOffset StartedAt => TimeOf(Text)!.Value;

    public override string ToString() => Text;

    private static DateTimeOffset? TimeOf(string text) =>
        DateTimeOffset.TryParseExact(text.Split('-')[0], Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    [GeneratedRegex(@"^(\d{8}T\d{6}Z-[0-9a-f]{16})\.(?:snapshot\.jsonl|baseline\.json)\.gz$", RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }
}
