namespace Scanner.Model.Findings;

/// <summary>What a waiver did in a check.</summary>
public enum WaiverState
{
    /// <summary>It covers a failure.</summary>
    Applied,

    /// <summary>It would cover a failure, and is past.</summary>
    Expired,

    /// <summary>It would cover a failure, and was given of other facts.</summary>
    Outdated,

    /// <summary>Its rule ran there, and nothing fails that it would cover.</summary>
    Unused,

    /// <summary>Whether it is needed could not be told: its rule did not run there, or could not be decided.</summary>
    NotEvaluated,
}
