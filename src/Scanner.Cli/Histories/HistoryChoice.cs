using System.CommandLine;
using System.Globalization;
using Scanner.Cli.Artifacts;
using Scanner.Cli.Configuration;
using Scanner.Model.History;

namespace Scanner.Cli.Histories;

/// <summary>Where the history is and how much of it is kept, from flags over scanner.yaml.</summary>
/// <param name="Place">A folder, or a prefix in S3.</param>
/// <param name="Limit">How much is kept; null for all.</param>
internal sealed record HistoryChoice(string Place, HistoryLimit? Limit)
{
    private const int LongestAge = 36500;

    private static readonly Option<string?> s_history = new("--history") { Description = "History to keep the check in: a folder, or s3://BUCKET/PREFIX.", HelpName = "PLACE" };

    private static readonly Option<string?> s_keep = new("--keep") { Description = "With --history: how much of it to keep, as days (90d) or checks (100); never without the last one, nor what tells how a failure began.", HelpName = "HOW MUCH", Validators = { IsLimit } };

    /// <summary>Of a verb that adds to it.</summary>
    public static IReadOnlyList<Option> Options { get; } = [s_history, s_keep];

    /// <summary>Of a verb that reads it.</summary>
    public static Option<string?> Named => s_history;

    /// <summary>What was asked for; null for no history.</summary>
    /// <exception cref="UserErrorException">It cannot be.</exception>
    public static HistoryChoice? Of(ParseResult command, ScannerYaml yaml)
    {
        var (place, keep) = (command.GetValue(s_history) ?? yaml.History?.Place, command.GetValue(s_keep));
        if (place is null) return keep is null ? null : throw new UserErrorException("--keep is about a history: name it with --history PLACE");
        if (ArtifactAddress.IsRemote(place)) _ = ArtifactAddress.Parse(place);
        return new(place, keep is null ? yaml.History?.Limit : LimitOf(keep));
    }

    /// <summary><c>90d</c>, or <c>100</c>; null where it is neither.</summary>
    public static HistoryLimit? LimitOf(string text) =>
        text.EndsWith('d') && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= LongestAge ? new(null, TimeSpan.FromDays(days))
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? new(count, null)
        : null;

    private static void IsLimit(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && LimitOf(text) is null) result.AddError($"--keep {text}: expected days such as 90d, or a number of checks");
    }
}
