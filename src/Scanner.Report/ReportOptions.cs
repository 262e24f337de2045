using Scanner.Model.Findings;
using Scanner.Report.Graph;

namespace Scanner.Report;

/// <summary>How a report is written, and what only the caller knows about the run.</summary>
public sealed record ReportOptions
{
    /// <summary>Whether the text report may use colours.</summary>
    public bool Colour { get; init; }

    /// <summary>The terminal's width in columns, to which lines are wrapped; null where lines may be of any length.</summary>
    public int? Width { get; init; }

    /// <summary>Whether the text report shows notes instead of counting them.</summary>
    public bool Notes { get; init; }

    /// <summary>Whether the text report shows everything it would otherwise cut short.</summary>
    public bool Verbose { get; init; }

    /// <summary>The command line, without secrets; empty where it is not to be told.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>Whether the declared files show a change that has not been made yet.</summary>
    public bool Preview { get; init; }

    /// <summary>Where the snapshot was kept; null where it was not.</summary>
    public string? SavedSnapshot { get; init; }

    /// <summary>Whether files were laid over a snapshot, which does not have them.</summary>
    public bool IsOverSnapshot { get; init; }

    /// <summary>Options and their values that a command for one of the verdicts must have again.</summary>
    public IReadOnlyList<string> Repeated { get; init; } = [];

    /// <summary>The repository that holds the files which findings point to.</summary>
    public Uri? RepositoryUri { get; init; }

    /// <summary>The commit that was checked out.</summary>
    public string? RevisionId { get; init; }

    /// <summary>The branch that was checked out.</summary>
    public string? Branch { get; init; }

    /// <summary>The file that was checked, relative to the repository's root; findings without a place point to its first line.</summary>
    public string? InputFile { get; init; }

    /// <summary>The first line of <see cref="InputFile"/>.</summary>
    public string InputSnippet { get; init; } = "";

    /// <summary>A public page about Scanner, where there is one.</summary>
    public Uri? InformationUri { get; init; }

    /// <summary>A public page about the rule or notification of an id, where there are such pages.</summary>
    public Func<string, Uri>? HelpUri { get; init; }

    /// <summary>What there is to draw of an environment; null where nobody can draw.</summary>
    public Func<EnvironmentReport, Picture>? PictureOf { get; init; }
}
