using Scanner.Cli.Artifacts;
using Scanner.Collect;
using Scanner.Model.Findings;
using Scanner.Report;

namespace Scanner.Cli.Output;

/// <summary>Which reports were asked for, and writing them: files atomically, standard output as it comes.</summary>
internal static class Reports
{
    public static IReadOnlyList<string> Formats { get; } = [.. ReportFormat.All.Select(f => f.Name)];

    /// <summary>The format and path that <c>--out</c> names; no path for standard output.</summary>
    /// <exception cref="UserErrorException">There is no such format.</exception>
    private static (ReportFormat Format, string? Path) Parse(string option)
    {
        var (name, path) = Split(option);
        return ReportFormat.Find(name) is { } format ? (format, path) : throw new UserErrorException($"--out {option}: there is no format '{name}'{Suggestion.For(name, Formats)}");
    }

    private static (string Name, string? Path) Split(string option)
    {
        var (name, path) = option.IndexOf('=') is > 0 and var equals ? (option[..equals], option[(equals + 1)..]) : (option, null);
        if (path is not null && ArtifactAddress.IsRemote(path)) _ = ArtifactAddress.OfObject(path);
        return path is { Length: 0 } ? throw new UserErrorException($"--out {option}: the path is empty") : (name, path);
    }

    private static void CheckPlaces(IReadOnlyList<string?> paths)
    {
        if (paths.Count(p => p is null) > 1) throw new UserErrorException("--out: only one report can go to standard output; give the others a path: FORMAT=PATH");
        if (paths.OfType<string>().GroupBy(p => ArtifactAddress.IsRemote(p) ? p : Path.GetFullPath(p)).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new UserErrorException($"--out: two reports would be written to {twice.First()}");
    }

    /// <summary>The reports that <c>--out</c> asks for, checked before anything is collected: a mistake must not cost a scan.</summary>
    /// <param name="options">What the user wrote.</param>
    /// <param name="hasPlace">Whether findings will have a place in a file.</param>
    /// <exception cref="UserErrorException">They cannot be written like that.</exception>
    public static IReadOnlyList<(ReportFormat Format, string? Path)> Parse(IEnumerable<string> options, bool hasPlace)
    {
        var outputs = options.Select(Parse).ToList();
        CheckPlaces(outputs.ConvertAll(o => o.Path));
        if (!hasPlace && outputs.Exists(o => o.Format.Name == "github-sarif"))
            throw new UserErrorException("--out github-sarif: GitHub code scanning needs a place in a file for each finding: name the target in a committed scanner.yaml, or check a committed snapshot");
        return outputs;
    }

    /// <summary>The reports on a change that <c>--out</c> asks for; text on standard output where it asks for none.</summary>
    /// <exception cref="UserErrorException">They cannot be written like that.</exception>
    public static IReadOnlyList<(FlipFormat Format, string? Path)> ParseFlips(IEnumerable<string> options)
    {
        var outputs = options.Select(Split).Select(o => (FlipFormat.All.FirstOrDefault(f => f.Name == o.Name)
            ?? throw new UserErrorException($"--out {o.Name}: what --diff shows is written as {string.Join(" or ", FlipFormat.All.Select(f => f.Name))}"), o.Path)).ToList();
        CheckPlaces(outputs.ConvertAll(o => o.Path));
        return outputs.Exists(o => o.Path is null) ? outputs : [(FlipFormat.All[0], null), .. outputs];
    }

    /// <summary>Writes what a change would flip.</summary>
    /// <exception cref="UserErrorException">A report cannot be written.</exception>
    public static async Task Write(IReadOnlyList<FlippedVerdict> flips, IReadOnlyList<(FlipFormat Format, string? Path)> outputs, ReportOptions options, ArtifactStores stores, CancellationToken cancellationToken)
    {
        using var standard = new StandardOutput();
        outputs.First(o => o.Path is null).Format.Write(flips, standard, options);
        foreach (var (format, path) in outputs)
            if (path is not null) await stores.Write(path, stream => format.Write(flips, stream, options), cancellationToken);
    }

    /// <exception cref="UserErrorException">A report cannot be written.</exception>
    public static async Task Write(ScanReport report, IReadOnlyList<(ReportFormat Format, string? Path)> outputs, ReportOptions options, ArtifactStores stores, CancellationToken cancellationToken)
    {
        try
        {
            // first what people wait for: a file that cannot be written must not take the scan's result with it
            using var standard = new StandardOutput();
            var shown = outputs.Where(o => o.Path is null).Select(o => o.Format).DefaultIfEmpty(ReportFormat.Find("text")!).First();
            shown.Write(report, standard, options);
            foreach (var (format, path) in outputs)
                if (path is not null) await stores.Write(path, stream => format.Write(report, stream, options), cancellationToken);
        }
        catch (MissingLocationException e)
        {
            throw new UserErrorException(e.Message, e);
        }
    }
}
