namespace Scanner.Model;

/// <summary>What a session runs.</summary>
public enum Ide
{
    RStudio,
    Jupyter,
    VsCode,
    Positron,

    /// <summary>No session of a person: a Workbench job, or another program.</summary>
    Job,
}
