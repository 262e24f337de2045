using Scanner.Check;
using Scanner.Cli.Configuration;
using Scanner.Collect;
using Scanner.Collect.Aws;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Cli;

/// <summary>The straight line: collect, check, report.</summary>
internal sealed class ScanPipeline(TimeProvider clock, TextWriter log)
{
    private static readonly string s_tool = $"scanner {typeof(ScanPipeline).Assembly.GetName().Version?.ToString(3)}";

    /// <exception cref="UserErrorException">There is no target.</exception>
    public async Task<Snapshot> Collect(Settings settings, TimeSpan deadline, CancellationToken cancellationToken)
    {
        if (settings.Targets.Count == 0)
            throw new UserErrorException("nothing to check: give a snapshot, --aws-region REGION, or targets in scanner.yaml");
        var targets = settings.Targets.Select(t => t.Regions.Count > 0 ? t : t with { Regions = [Region(t)] }).ToList();
        await log.WriteLineAsync($"collecting {string.Join(", ", targets.Select(t => $"{t.Name} ({string.Join(", ", t.Regions)})"))}, read-only …");
        var snapshot = await new Scan(s_tool, clock) { Deadline = deadline }.Run(targets, cancellationToken);
        return snapshot with { Header = snapshot.Header with { Parameters = settings.Parameters.Values } };
    }

    private static string Region(AwsTarget target) => AwsRegions.Default(target.Profile)
        ?? throw new UserErrorException($"no region for {target.Name}: give --aws-region REGION, name aws: {{ regions: [REGION] }} in scanner.yaml, or set AWS_REGION");

    /// <exception cref="SnapshotFormatException">A property of the snapshot has a value of another type.</exception>
    public static ScanReport Check(Snapshot snapshot, Settings settings, IReadOnlyList<LoadedRule> rules, CancellationToken cancellationToken, bool trace = false)
    {
        foreach (var (name, value) in snapshot.Header.Parameters.Entries)
            if (ParameterNames.Problem(name, value) is { } problem) throw new UserErrorException($"{snapshot.File}:1: {problem}");
        // what is said now wins over what was said when the snapshot was taken
        var parameters = new Parameters(new StringMap([.. snapshot.Header.Parameters.Entries, .. settings.Parameters.Values.Entries]));
        return Checker.Check(snapshot, parameters, rules, trace, cancellationToken);
    }
}
