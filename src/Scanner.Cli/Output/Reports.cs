using Scanner.Cli.Configuration;
using Scanner.Model.Findings;
using Scanner.Report;

namespace Scanner.Cli.Output;

/// <summary>Which reports were asked for, and writing them: files atomically, standard output as it comes.</summary>
internal static class Reports
{
    public static IReadOnlyList<string> Formats { get; } = [.. ReportFormat.All.Select(f => f.Name)];

    /// <summary>The format and path that <c>--out</c> names; no path for standard output.</summary>
    /// <exception cref="UserErrorException">There is no such format.</exception>
    public static (ReportFormat Format, string? Path) Parse(string option)
    {
        var (name, path) = option.IndexOf('=') is > 0 and var equals ? (option[..equals], option[(equals + 1)..]) : (option, null);
        if (ReportFormat.Find(name) is not { } format) throw new UserErrorException($"--out {option}: there is no format '{name}'{Suggestion.For(name, Formats)}");
        return path is { Length: 0 } ? throw new UserErrorException($"--out {option}: the path is empty") : (format, path);
    }

    /// <exception cref="UserErrorException">A report cannot be written.</exception>
    public static void Write(ScanReport report, IReadOnlyList<(ReportFormat Format, string? Path)> outputs, ReportOptions options)
    {
        try
        {
            foreach (var (format, path) in outputs)
                if (path is not null) AtomicFile.Write(path, stream => format.Write(report, stream, options));
            using var standard = Console.OpenStandardOutput();
            var shown = outputs.Where(o => o.Path is null).Select(o => o.Format).DefaultIfEmpty(ReportFormat.Find("text")!).First();
            shown.Write(report, standard, options);
        }
        catch (MissingLocationException e)
        {
            throw new UserErrorException(e.Message, e);
        }
    }
}
