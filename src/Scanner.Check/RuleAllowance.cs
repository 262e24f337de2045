using System.Diagnostics;

namespace Scanner.Check;

/// <summary>What one rule may take of one environment, over all its subjects: so that what each of them may take does not add up without end.</summary>
internal sealed class RuleAllowance
{
    private const int MostOverruns = 3;
    private const long MostCharacters = 20_000_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    private readonly long _begun = Stopwatch.GetTimestamp();
    private int _overruns;
    private long _characters;

    /// <summary>How many subjects it was not asked about.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Why it is not asked any more; null where it is.</summary>
    public string? Spent => _overruns >= MostOverruns ? $"it was ended on {MostOverruns} subjects before"
        : _characters > MostCharacters ? $"it has said more than {MostCharacters} characters"
        : LeftOut > 0 || Stopwatch.GetElapsedTime(_begun) > s_longest ? $"it took more than {s_longest.TotalMinutes} minutes" : null;

    public bool IsSpent => Spent is not null;

    public void Overrun() => _overruns++;

    public void Hear(long characters) => _characters += characters;

    public void LeaveOut() => LeftOut++;
}
