using Scanner.Collect;

namespace Scanner.Cli.Output;

/// <summary>How the user sees that a scan goes on.</summary>
internal interface IProgressDisplay
{
    /// <summary>How often there may be something new to show.</summary>
    TimeSpan Interval { get; }

    /// <summary>What is about to happen.</summary>
    void Begin(string line);

    /// <summary>How far it is now.</summary>
    void Show(IReadOnlyList<ScopeProgress> scopes);

    /// <summary>What the user should know, whatever is shown.</summary>
    void Say(string line);

    /// <summary>How it ended; nothing is shown after it.</summary>
    void End(IReadOnlyList<ScopeProgress> scopes);
}
