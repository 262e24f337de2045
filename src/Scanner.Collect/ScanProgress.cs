using System.Collections.Concurrent;

namespace Scanner.Collect;

/// <summary>How far a scan is, for whoever looks at it meanwhile.</summary>
public sealed class ScanProgress
{
    private readonly ConcurrentDictionary<string, (ScopeCalls Calls, int Done, int All)> _scopes = new(StringComparer.Ordinal);

    /// <summary>What has been opened so far, by name.</summary>
    public IReadOnlyList<ScopeProgress> Scopes =>
        [.. _scopes.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new ScopeProgress(s.Key, s.Value.Calls.Count, s.Value.Done, s.Value.All, s.Value.Calls.Waiting))];

    /// <summary>Counts the collectors of a scope as they get done.</summary>
    internal IEnumerable<Task> Follow(string scope, ScopeCalls calls, IReadOnlyList<Task> collectors)
    {
        _scopes.AddOrUpdate(scope, (calls, 0, collectors.Count), (_, s) => (calls, s.Done, s.All + collectors.Count));
        return collectors.Select(async collector =>
        {
            await collector;
            _scopes.AddOrUpdate(scope, (calls, 1, 1), (_, s) => s with { Done = s.Done + 1 });
        });
    }
}
