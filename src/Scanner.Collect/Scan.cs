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
        using var calls = new AwsCalls(time, Deadline);
        var seen = await Task.WhenAll(targets.Select(t => Look(t, calls, sink, cancellationToken)));
        return sink.Build(new(Header.CurrentSchema, tool, startedAt, time.GetUtcNow(), seen.ToItems()) { Calls = calls.Count });
    }

    private static async Task<Target> Look(AwsTarget target, AwsCalls calls, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var scopes = await Task.WhenAll(target.Regions.Select(async region =>
        {
            using var scope = await AwsScope.Open(target, region, calls, cancellationToken);
            await Task.WhenAll(AwsCollectors.All.Select(c => c.Collect(scope, sink, cancellationToken)));
            return (scope.Name, scope.Identity);
        }));
        return new(target.Name, scopes.Select(s => s.Name).ToItems(), scopes.Select(s => s.Identity).FirstOrDefault(i => i is not null)) { Location = target.Location };
    }
}
