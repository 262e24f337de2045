using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>The tags that Workbench gives the jobs of an IDE's sessions.</summary>
internal static class SessionTags
{
    /// <summary>Whether a session of the IDE has the tag; null where that is not known.</summary>
    public static bool? Has(Ide ide, string tag) => tag switch
    {
        "rstudio-r-session" => ide is Ide.RStudio,
        "rstudio-vscode-session" => ide is Ide.VsCode,
        // only seen on RStudio's sessions; nobody says that others lack it
        "rstudio-ide" => ide is Ide.RStudio ? true : null,
        // the tags of these are told by a word that they contain, but not how they go on
        _ when Contains(tag, "positron") || Contains(tag, "jupyter") => IsNamed(ide, tag) ? null : false,
        _ => null,
    };

    /// <summary>Whether the tag is one of Workbench's own, which nobody minds to see.</summary>
    public static bool IsKnown(string tag) => tag is "rstudio-r-session" or "rstudio-vscode-session" or "rstudio-jupyter-session" or "rstudio-positron-session" or "rstudio-ide";

    private static bool IsNamed(Ide ide, string tag) => ide is Ide.Positron && Contains(tag, "positron") || ide is Ide.Jupyter && Contains(tag, "jupyter");

    private static bool Contains(string tag, string word) => tag.Contains(word, StringComparison.OrdinalIgnoreCase);
}
