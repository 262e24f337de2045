using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>The tags that Workbench gives the jobs of an IDE's sessions.</summary>
internal static class SessionTags
{
    /// <summary>Whether a session of the IDE has the tag; null where that is not known.</summary>
    public static bool? Has(Ide ide, string tag) => Owner(tag) is { } owner ? owner == ide
        // only seen on RStudio's sessions; nobody says that others lack it
        : tag == "rstudio-ide" && ide is Ide.RStudio ? true : null;

    /// <summary>Whose tag it is. The names of Jupyter's and Positron's are told by what they must contain.</summary>
    private static Ide? Owner(string tag) => tag switch
    {
        "rstudio-r-session" => Ide.RStudio,
        "rstudio-vscode-session" => Ide.VsCode,
        _ when tag.Contains("positron", StringComparison.OrdinalIgnoreCase) => Ide.Positron,
        _ when tag.Contains("jupyter", StringComparison.OrdinalIgnoreCase) => Ide.Jupyter,
        _ => null,
    };
}
