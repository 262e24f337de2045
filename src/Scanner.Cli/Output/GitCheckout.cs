namespace Scanner.Cli.Output;

/// <summary>The repository around the working directory, read from its files: where it came from, and what is checked out.</summary>
internal sealed record GitCheckout(string Root, Uri? Repository, string? Revision, string? Branch)
{
    /// <summary>The checkout that contains a directory; null where there is none.</summary>
    public static GitCheckout? Around(string directory)
    {
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, ".git"))) return Read(at.FullName, Path.Combine(at.FullName, ".git"));
        return null;
    }

    /// <summary>A file's path as findings name it: relative to the checkout, else to the working directory; null where it lies outside of both.</summary>
    public static string? PathOf(string file)
    {
        var here = Directory.GetCurrentDirectory();
        var relative = Path.GetRelativePath(Around(here)?.Root ?? here, Path.GetFullPath(file)).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }

    private static GitCheckout Read(string root, string git)
    {
        var head = FirstLine(Path.Combine(git, "HEAD")) ?? "";
        var reference = head.StartsWith("ref: ", StringComparison.Ordinal) ? head[5..] : null;
        var revision = reference is null ? head : FirstLine(Path.Combine(git, reference)) ?? Packed(git, reference);
        var branch = reference?.StartsWith("refs/heads/", StringComparison.Ordinal) == true ? reference[11..] : null;
        return new(root, Origin(Path.Combine(git, "config")), revision is { Length: 40 or 64 } ? revision : null, branch);
    }

    /// <summary>The remote's web address, without the credentials that its URL may carry.</summary>
    private static Uri? Origin(string config)
    {
        var inOrigin = false;
        foreach (var line in Lines(config).Select(l => l.Trim()))
            if (line.StartsWith('[')) inOrigin = line == "[remote \"origin\"]";
            else if (inOrigin && line.StartsWith("url", StringComparison.Ordinal) && line.Split('=', 2) is [_, var url]) return Web(url.Trim());
        return null;
    }

    private static Uri? Web(string url)
    {
        // the short form of ssh: git@github.com:owner/name.git
        if (!url.Contains("://", StringComparison.Ordinal) && url.Split(':', 2) is [var host, var path] && host.Contains('@', StringComparison.Ordinal))
            url = $"https://{host[(host.IndexOf('@', StringComparison.Ordinal) + 1)..]}/{path}";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http" or "ssh")) return null;
        var name = uri.AbsolutePath.EndsWith(".git", StringComparison.Ordinal) ? uri.AbsolutePath[..^4] : uri.AbsolutePath;
        return new UriBuilder("https", uri.Host, uri.Scheme == "ssh" || uri.IsDefaultPort ? -1 : uri.Port, name).Uri;
    }

    private static string? Packed(string git, string reference) =>
        Lines(Path.Combine(git, "packed-refs")).FirstOrDefault(l => l.EndsWith(" " + reference, StringComparison.Ordinal))?.Split(' ')[0];

    private static string? FirstLine(string file) => Lines(file).FirstOrDefault()?.Trim();

    private static IEnumerable<string> Lines(string file) => File.Exists(file) ? File.ReadLines(file) : [];
}
