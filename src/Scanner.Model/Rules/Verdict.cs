namespace Scanner.Model;

/// <summary>What a rule says of a subject.</summary>
public enum Verdict
{
    /// <summary>The evidence is complete enough, and the statement holds.</summary>
    Pass,

    /// <summary>The evidence shows that the statement does not hold.</summary>
    Fail,

    /// <summary>Facts that it needs are missing, denied or contradictory.</summary>
    Unknown,

    /// <summary>The statement does not concern this subject.</summary>
    NotApplicable,
}
