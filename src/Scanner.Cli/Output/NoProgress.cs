using Scanner.Collect;
using Scanner.Model;

namespace Scanner.Cli.Output;

/// <summary>Nothing but what the user should know.</summary>
internal sealed class NoProgress(TextWriter log) : IProgressDisplay
{
    public TimeSpan Interval => Timeout.InfiniteTimeSpan;

    public void Begin(string line)
    {
    }

    public void Show(IReadOnlyList<ScopeProgress> scopes)
    {
    }

    public void Say(string line) => log.WriteLine(OneLine.Of(line));

    public void End(IReadOnlyList<ScopeProgress> scopes)
    {
    }
}
