namespace Scanner.Model.Findings;

/// <summary>What became of a failure of the baseline that is none now.</summary>
public enum PastFate
{
    /// <summary>The rule was evaluated on that subject, or the subject surely is gone, and it no longer fails.</summary>
    Fixed,

    /// <summary>This check was not about it: its rule was left out, or where it was seen nobody looked.</summary>
    LeftOut,

    /// <summary>This check should have seen it, and could not.</summary>
    OutOfSight,
}
