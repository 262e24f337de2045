namespace Scanner.Report.Sarif;

/// <summary>Files as GitHub wants them: relative to the repository's root.</summary>
internal static class RepositoryPath
{
    /// <summary>The URI of a file in the repository; null for anything else: absolute paths, URLs, paths that lead out.</summary>
    public static string? Uri(string file)
    {
        var segments = file.Split('/').Where(s => s is not ("" or ".")).ToList();
        var leadsOut = file.StartsWith('/') || file.Contains("://", StringComparison.Ordinal) || file.Contains('\\')
            || segments.Contains("..") || segments is [[_, ':'], ..];
        return leadsOut || segments.Count == 0 ? null : string.Join('/', segments.Select(System.Uri.EscapeDataString));
    }
}
