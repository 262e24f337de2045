using Scanner.Model.Snapshots;

namespace Scanner.Report;

/// <summary>Where the line of a file can be looked at, on the hosts whose addresses are known.</summary>
internal static class SourceLink
{
    /// <summary>The address; null where there is none that surely is right.</summary>
    public static Uri? Of(SourceLocation place, ReportOptions options)
    {
        if (options is not { RepositoryUri: { Scheme: "https" } repository, RevisionId: { } revision }) return null;
        if (place.File.StartsWith('/') || place.File.Split('/').Contains("..")) return null;
        var blob = IsOf(repository, "github") ? "blob" : IsOf(repository, "gitlab") ? "-/blob" : null;
        if (blob is null) return null;
        var path = string.Join('/', place.File.Split('/').Select(Uri.EscapeDataString));
        return new($"{repository.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{blob}/{Uri.EscapeDataString(revision)}/{path}#L{place.Line}");
    }

    /// <summary>The public host, or one of a company's that is called after it.</summary>
    private static bool IsOf(Uri repository, string product) => repository.Host == $"{product}.com" || repository.Host.StartsWith($"{product}.", StringComparison.Ordinal);
}
