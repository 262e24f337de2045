using Scanner.Collect.Aws;

namespace Scanner.Cli.Configuration;

/// <summary>The regions that a target names, or <c>all</c> for every enabled one.</summary>
internal sealed record AwsRegionChoice(IReadOnlyList<string> Regions, RegionSearch Search)
{
    public const string Mixed = "all stands for every enabled region: name it alone";

    /// <summary>Null where <c>all</c> stands beside other regions.</summary>
    public static AwsRegionChoice? Of(IReadOnlyList<string> named) =>
        !named.Contains("all", StringComparer.Ordinal) ? new(named, RegionSearch.Named)
        : named.Distinct(StringComparer.Ordinal).Count() == 1 ? new([], RegionSearch.Enabled) : null;
}
