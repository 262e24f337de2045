using Scanner.Collect;
using Scanner.Model;

namespace Scanner.Cli.Output;

/// <summary>A line when a scope begins, one when it is done, and one every ten seconds in between; for logs.</summary>
internal sealed class PlainProgress(TextWriter log, TimeProvider clock) : IProgressDisplay
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, long> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    public TimeSpan Interval => TimeSpan.FromMilliseconds(500);

    public void Begin(string line) => Say(line);

    public void Show(IReadOnlyList<ScopeProgress> scopes)
    {
        foreach (var scope in scopes.Where(IsNews))
        {
            _told[scope.Scope] = clock.GetTimestamp();
            log.WriteLine($"  {ProgressLine.Of(scope)}");
        }
    }

    public void Say(string line) => log.WriteLine(OneLine.Of(line));

    public void End(IReadOnlyList<ScopeProgress> scopes) => Show([.. scopes.Where(s => s.IsDone)]);

    private bool IsNews(ScopeProgress scope) => scope.IsDone
        ? _done.Add(scope.Scope)
        : !_told.TryGetValue(scope.Scope, out var last) || clock.GetElapsedTime(last) >= s_every;
}
