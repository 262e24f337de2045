namespace Scanner.Model;

/// <summary>A judgement with what it touched on the way.</summary>
internal sealed record Ruling(Judgement Judgement, IReadOnlyList<Gap> Gaps, IReadOnlyList<Reading> Readings)
{
    /// <summary>The engine's word on silent passes: a pass that no weighed truth stands behind, after touching a gap, is unknown.</summary>
    public static Ruling Of(Judgement judgement, Ledger ledger)
    {
        var silent = judgement is { Verdict: Verdict.Pass, Weighed: false } && ledger.Gaps.Count > 0;
        return new(silent ? Judgement.Unknown(ledger.Gaps[0]) : judgement, ledger.Gaps, ledger.Readings);
    }
}
