using Scanner.Check.Detection;
using Scanner.Check.Isolation;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check;

/// <summary>From a snapshot to findings.</summary>
public static class Checker
{
    // to start threads costs more than to judge a few
    private const int ManyResources = 5_000;

    /// <param name="snapshot">What the scan saw.</param>
    /// <param name="parameters">What the user says.</param>
    /// <param name="rules">All rules at hand; each environment takes those of its architectures.</param>
    /// <param name="trace">Whether to keep which properties each judgement read.</param>
    /// <param name="cancellationToken">Stops between rules.</param>
    /// <exception cref="SnapshotFormatException">A property has a value of another type.</exception>
    public static ScanReport Check(Snapshot snapshot, Parameters parameters, IReadOnlyList<LoadedRule> rules, bool trace, CancellationToken cancellationToken) =>
        Check(new ResourceGraph(snapshot, trace), parameters, rules, cancellationToken);

    /// <summary>The same, for whoever judges the snapshot, or one like it, again.</summary>
    internal static ScanReport Check(Snapshot snapshot, Parameters parameters, IReadOnlyList<LoadedRule> rules, MergedResources merged, CancellationToken cancellationToken) =>
        Check(new ResourceGraph(snapshot, named: false, merged), parameters, rules, cancellationToken);

    internal static ScanReport Check(ResourceGraph graph, Parameters parameters, IReadOnlyList<LoadedRule> rules, CancellationToken cancellationToken) =>
        Check(graph, parameters, rules, graph.Count < ManyResources ? 1 : System.Environment.ProcessorCount, cancellationToken);

    /// <summary>The same on so many threads.</summary>
    internal static ScanReport Check(ResourceGraph graph, Parameters parameters, IReadOnlyList<LoadedRule> rules, int threads, CancellationToken cancellationToken)
    {
        var notifications = new List<Notification>();
        var environments = new List<EnvironmentReport>();
        var strict = EnvironmentFinder.Find(graph.MissingWhatWasLeftOut(), parameters).ToDictionary(e => e.Id, StringComparer.Ordinal);
        foreach (var environment in EnvironmentFinder.Find(graph, parameters))
        {
            var (runner, foreign) = (new RuleRunner(environment, threads), new RuleRunner(strict[environment.Id], threads));
            var apart = new IsolatedRun(strict[environment.Id], parameters, rules);
            environments.Add(Check(environment, rules, runner, foreign, apart, cancellationToken));
            notifications.AddRange(runner.Notifications.Concat(foreign.Notifications).Concat(apart.Notifications));
        }
        return new(graph.Snapshot, environments) { Notifications = notifications, Unlisted = EnvironmentFinder.Unlisted(graph, parameters) };
    }

    private static EnvironmentReport Check(Model.Environment environment, IReadOnlyList<LoadedRule> rules, RuleRunner runner, RuleRunner foreign, IsolatedRun apart, CancellationToken cancellationToken)
    {
        var detection = ArchitectureDetector.Detect(environment);
        var selected = RuleSelection.For([.. detection.Architectures], rules);
        var shipped = rules.Where(r => r.IsShipped).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var isolated = rules.Where(r => r.Isolation is not null).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        // that verdicts do not change by what a snapshot leaves out has been shown of shipped rules only
        var findings = runner.Run([.. selected.Where(r => shipped.Contains(r.Id))], cancellationToken).Concat(foreign.Run([.. selected.Where(r => !shipped.Contains(r.Id) && !isolated.Contains(r.Id))], cancellationToken))
            .Concat(apart.Judge([.. selected.Where(r => isolated.Contains(r.Id))], cancellationToken));
        return new(environment.Id, environment.Key, environment.Label, detection, selected, [.. findings.OrderBy(f => f.Rule.Id, StringComparer.Ordinal)])
        {
            Title = detection.Architectures.IsEmpty && environment.IsOnHosts ? "Posit Workbench on hosts, of an architecture that could not be told"
                : string.Join(" + ", detection.Architectures.Select(key => Architecture.Find(key)?.Title ?? key)),
            Scopes = environment.Scopes.ToItems(),
        };
    }
}
