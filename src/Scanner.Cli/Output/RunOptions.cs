using System.CommandLine;
using Scanner.Model.Snapshots;
using Scanner.Report;

namespace Scanner.Cli.Output;

/// <summary>What a report may know of the run: the terminal, the checkout, the file that was checked.</summary>
internal static class RunOptions
{
    private const int LongestSnippet = 80;

    public static ReportOptions Of(ParseResult command, bool notes, string? input)
    {
        var checkout = GitCheckout.Around(Directory.GetCurrentDirectory());
        return new()
        {
            Colour = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "",
            Width = Console.IsOutputRedirected ? null : Console.WindowWidth,
            Notes = notes,
            Verbose = command.GetValue(CommonOptions.Verbose),
            RepositoryUri = checkout?.Repository,
            RevisionId = checkout?.Revision,
            Branch = checkout?.Branch,
            InputFile = input is null ? null : GitCheckout.PathOf(input),
            InputSnippet = input is null || GitCheckout.PathOf(input) is null ? "" : Snippet(input),
        };
    }

    /// <summary>The first line of a file, which stands for the whole; null of one outside the checkout, that no finding could point to.</summary>
    public static SourceLocation? FirstLine(string input)
    {
        if (GitCheckout.PathOf(input) is not { } file) return null;
        var snippet = Snippet(input);
        return new(file, 1, 1, snippet.Length + 1, snippet);
    }

    /// <summary>The beginning of the first line; nothing of a compressed file, which has none to show.</summary>
    private static string Snippet(string input)
    {
        if (input.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) return "";
        var line = File.ReadLines(input).FirstOrDefault() ?? "";
        return line[..Math.Min(line.Length, LongestSnippet)];
    }
}
