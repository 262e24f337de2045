namespace Scanner.Model;

/// <summary>How much a failure weighs; SARIF's levels.</summary>
public enum Severity
{
    Note,
    Warning,
    Error,
}
