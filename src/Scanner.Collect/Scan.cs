using Scanner.Collect.Aws;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect;

/// <summary>Looks at every target and makes one snapshot. What cannot be seen is in it too, as gaps.</summary>
/// <param name="tool">Name and version, for the header.</param>
/// <param name="time">The clock.</param>
public sealed class Scan(string tool, TimeProvider time)
{
    /// <summary>When the scan stops asking; what is missing then is a gap.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(10);

    /// <exception cref="OperationCanceledException">The user cancelled.</exception>
    public async Task<Snapshot> Run(IReadOnlyList<AwsTarget> targets, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        var sink = new SnapshotBuilder();
        using var calls = new ApiCalls(time, Deadline);
        var scopes = new List<(AwsTarget Target, AwsScope Scope)>();
        try
        {
            foreach (var target in targets)
                foreach (var region in target.Regions.Distinct(StringComparer.Ordinal))
                    scopes.Add((target, await AwsScope.Open(target, region, calls, cancellationToken)));
            await Task.WhenAll(Distinct(scopes).SelectMany(s => AwsCollectors.All.Select(c => c.Collect(s, sink, cancellationToken))));
        }
        finally
        {
            foreach (var (_, scope) in scopes) scope.Dispose();
        }
        return sink.Build(new(Header.CurrentSchema, tool, startedAt, time.GetUtcNow(), targets.Select(t => Describe(t, scopes)).ToItems()) { Calls = calls.Count });
    }

    /// <summary>An account and region that two targets name is looked at once, as the first one's caller.</summary>
    private static IEnumerable<AwsScope> Distinct(List<(AwsTarget, AwsScope Scope)> scopes) => scopes.Select(s => s.Scope).DistinctBy(s => s.Name, StringComparer.Ordinal);

    private static ScanTarget Describe(AwsTarget target, List<(AwsTarget Target, AwsScope Scope)> scopes)
    {
        var own = scopes.Where(s => ReferenceEquals(s.Target, target)).Select(s => s.Scope).ToList();
        return new(target.Name, own.Select(s => s.Name).ToItems(), own.Select(s => s.Identity).FirstOrDefault(i => i is not null)) { Location = target.Location };
    }
}
