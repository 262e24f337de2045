using Scanner.Model.Findings;
using Scanner.Model.History;

namespace Scanner.Check.History;

/// <summary>One failure while the checks are gone through.</summary>
/// <param name="first">The check that found it first.</param>
/// <param name="verdict">The failure.</param>
/// <param name="environment">What that check found around it.</param>
/// <param name="beginning">What was there before.</param>
internal sealed class FailureTrack(PastCheck first, BaselineVerdict verdict, BaselineEnvironment environment, Beginning beginning)
{
    private readonly PastCheck _first = first;
    private PastCheck _lastSeen = first;
    private PastCheck? _end;
    private string _why = "";
    private bool _isFixed;

    /// <summary>The failure, as it was last seen.</summary>
    public BaselineVerdict Verdict { get; private set; } = verdict;

    /// <summary>What was found around it then.</summary>
    public BaselineEnvironment Environment { get; private set; } = environment;

    public void See(PastCheck check, BaselineVerdict now, BaselineEnvironment around) => (_lastSeen, Verdict, Environment, _end, _why) = (check, now, around, null, "");

    public void Fix(PastCheck check, string why) => (_end, _why, _isFixed) = (check, why, true);

    /// <returns>Whether it was in sight until now.</returns>
    public bool Lose(PastCheck check, string why)
    {
        if (_end is not null) return false;
        (_end, _why) = (check, why);
        return true;
    }

    public FailureStory Story() => new(Verdict.Finding, _first, _lastSeen, _isFixed ? FailureState.Fixed : _end is null ? FailureState.Fails : FailureState.NoLongerSeen)
    {
        Before = beginning.Before, Beginning = beginning.Words, End = _end, Why = _why,
    };
}
