namespace Scanner.Model.Findings;

/// <summary>How a verdict stands to that of the baseline.</summary>
public enum BaselineState
{
    /// <summary>The baseline has no such verdict of that subject: it is new, or was seen as something else.</summary>
    New,

    /// <summary>The same verdict, resting on the same facts.</summary>
    Unchanged,

    /// <summary>The same failure with other facts, or what was decided then and cannot be told now.</summary>
    Updated,
}
