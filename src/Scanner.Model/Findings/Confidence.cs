namespace Scanner.Model.Findings;

/// <summary>How sure the detection of an architecture is.</summary>
public enum Confidence
{
    Low,
    Strong,
    Certain,

    /// <summary>The user said so.</summary>
    Given,
}
