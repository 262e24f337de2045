using System.CommandLine;
using Scanner.Check;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Collect;
using Scanner.Collect.Aws;
using Scanner.Collect.Declared;
using Scanner.Collect.Kubernetes;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Cli;

/// <summary>The straight line: collect, check, report.</summary>
internal sealed class ScanPipeline(TimeProvider clock, IProgressDisplay display)
{
    public static readonly string Tool = $"scanner {typeof(ScanPipeline).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>The line of a command, on the terminal that it was given at.</summary>
    public static ScanPipeline Of(ParseResult command) => new(TimeProvider.System, ProgressReport.Display(command.GetValue(CommonOptions.Quiet), TimeProvider.System));

    /// <summary>What there is to check: snapshots or live systems, with the files that declare them, or files alone.</summary>
    /// <param name="settings">What to look at, where no input says it.</param>
    /// <param name="inputs">What the user named.</param>
    /// <param name="files">How files are read.</param>
    /// <param name="deadline">How long a live system is asked.</param>
    /// <param name="wanted">What the rules need that will run; null to ask for everything.</param>
    /// <param name="cancellationToken">The user's.</param>
    /// <exception cref="UserErrorException">There is nothing to look at.</exception>
    /// <exception cref="DeclaredException">A file cannot be used.</exception>
    public async Task<Snapshot> See(Settings settings, Inputs inputs, FileReading files, TimeSpan deadline, IReadOnlySet<string>? wanted, CancellationToken cancellationToken)
    {
        if (inputs.Snapshots.Count > 0 && settings.IsFromFlags) throw new UserErrorException("give a snapshot or a live target (--aws-region, --eks, --kube-context …), not both: check them one at a time");
        var live = settings with { Targets = [.. settings.Targets.Where(t => t.IsLive)] };
        var filesAlone = !settings.IsFromFlags && (inputs.Declared.Count > 0 || (live.Targets.Count == 0 && settings.Targets.Count > 0));
        var seen = inputs.Snapshots.Count > 0 ? SnapshotFile.Combine(inputs.Snapshots) : filesAlone ? null : await Collect(live, deadline, wanted, cancellationToken, inputs.Declared);
        var declared = inputs.Declared.Count > 0 ? [files.Target(settings, inputs.Declared)] : inputs.Snapshots.Count > 0 ? [] : settings.Targets.Where(t => t.Declared.Count > 0).ToList();
        seen = await files.Over(seen, declared, inputs.Declared.Count > 0, cancellationToken);
        return files.Located(seen.Header.Parameters.Entries.Any() ? seen : seen with { Header = seen.Header with { Parameters = settings.Parameters.Values } }, declared.SelectMany(t => t.Declared));
    }

    /// <param name="settings">What to look at.</param>
    /// <param name="deadline">How long.</param>
    /// <param name="wanted">What the rules need that will run; null to ask for everything.</param>
    /// <param name="cancellationToken">The user's.</param>
    /// <param name="files">What the user named beside the targets' own files.</param>
    /// <exception cref="NothingToCheckException">There is no target.</exception>
    /// <exception cref="DeclaredException">Node facts cannot be used, which is told before a scan and not after it.</exception>
    public async Task<Snapshot> Collect(Settings settings, TimeSpan deadline, IReadOnlySet<string>? wanted, CancellationToken cancellationToken, params IReadOnlyList<DeclaredSource> files)
    {
        if (settings.Targets.Count == 0)
            throw new NothingToCheckException("nothing to check: give a snapshot, --aws-region REGION, --eks NAME, --kube-context NAME, --in-cluster, or targets in scanner.yaml");
        var (targets, named) = (Targets(settings.Targets), DeclaredFiles.HostsOf(files.Concat(settings.Targets.SelectMany(t => t.Declared))));
        display.Begin($"collecting {string.Join(", ", targets.Select(Describe))}, read-only …{LeftAside(settings)}");
        var progress = new ScanProgress();
        await using var report = new ProgressReport(progress, display, clock);
        var scan = new Scan(Tool, clock) { Deadline = deadline, Wanted = wanted, Named = named, Progress = progress, Notice = line => report.Say($"note: {line}") };
        var snapshot = await scan.Run(targets, cancellationToken);
        return snapshot with { Header = snapshot.Header with { Parameters = settings.Parameters.Values } };
    }

    /// <summary>The targets, with the regions that they leave open.</summary>
    /// <exception cref="UserErrorException">A region cannot be told.</exception>
    /// <exception cref="RegionException">What is configured can be no region.</exception>
    public static IReadOnlyList<LiveTarget> Targets(IReadOnlyList<LiveTarget> targets) => [.. targets.Select(WithRegions)];

    /// <summary>A target with the regions that it leaves open, and those of its EKS clusters.</summary>
    private static LiveTarget WithRegions(LiveTarget target)
    {
        if (target.Aws is not null) AwsRegions.Read(target.Aws.Profile);
        if (target.Aws is not { Search: RegionSearch.Named } aws) return target;
        var clusters = target.Clusters.OfType<EksTarget>().ToList();
        var own = clusters.Select(c => c.Region).OfType<string>().ToList();
        IReadOnlyList<string> regions = aws.Regions.Count == 0 && own.Count == 0 ? Configured(aws) : [.. aws.Regions.Concat(own).Distinct(StringComparer.Ordinal)];
        return regions.Count > 1 && clusters.Find(c => c.Region is null) is { } open
            ? throw new UserErrorException($"{target.Name}: in which of {string.Join(", ", regions)} is the EKS cluster {open.Cluster}? Give one --aws-region, or name kubernetes: {{ eks: {open.Cluster}, region: REGION }} in scanner.yaml")
            : target with { Aws = aws with { Regions = regions, Search = regions.Count == 0 ? RegionSearch.WithSigns : RegionSearch.Named } };
    }

    private static IReadOnlyList<string> Configured(AwsTarget aws) => AwsRegions.Default(aws.Profile) is { } region ? [region] : [];

    /// <summary>Flags name the target instead of scanner.yaml, which may surprise.</summary>
    private static string LeftAside(Settings settings) => !settings.IsFromFlags || settings.Yaml.Targets.Count == 0 ? ""
        : $" (as the flags say, and not {string.Join(", ", settings.Yaml.Targets.Select(t => t.Name))} of scanner.yaml)";

    private static string Describe(LiveTarget target)
    {
        var regions = target.Aws?.Search switch { RegionSearch.Enabled => ["every enabled region"], RegionSearch.WithSigns => ["regions with signs of a deployment"], _ => target.Aws?.Regions ?? [] };
        var accounts = target.Aws?.Accounts.Count > 0 ? (string[])[$"{target.Aws.Accounts.Count} accounts"] : [];
        var clusters = target.Clusters.Count switch { 0 => [], 1 => ["1 cluster"], var count => (string[])[$"{count} clusters"] };
        return $"{target.Name} ({string.Join(", ", [.. accounts, .. regions, .. clusters])})";
    }

    /// <exception cref="SnapshotFormatException">A property of the snapshot has a value of another type.</exception>
    public static ScanReport Check(Snapshot snapshot, Settings settings, IReadOnlyList<LoadedRule> rules, CancellationToken cancellationToken, bool trace = false) =>
        Checker.Check(snapshot, settings.ParametersFor(snapshot), rules, trace, cancellationToken);

    /// <summary>The same, for whoever judges the snapshot, or one like it, again.</summary>
    public static ScanReport Check(Snapshot snapshot, Settings settings, IReadOnlyList<LoadedRule> rules, MergedResources merged, CancellationToken cancellationToken) =>
        Checker.Check(snapshot, settings.ParametersFor(snapshot), rules, merged, cancellationToken);
}
