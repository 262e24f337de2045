using System.CommandLine;
using Scanner.Report;

namespace Scanner.Cli.Output;

/// <summary>What a report may know of the run: the terminal, the checkout, the file that was checked.</summary>
internal static class RunOptions
{
    private const int LongestSnippet = 80;

    public static ReportOptions Of(ParseResult command, bool notes, string? input)
    {
        var checkout = GitCheckout.Around(Directory.GetCurrentDirectory());
        var file = input is null ? null : GitCheckout.PathOf(input);
        return new()
        {
            Colour = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "",
            Width = Console.IsOutputRedirected ? null : Console.WindowWidth,
            Notes = notes,
            Verbose = command.GetValue(CommonOptions.Verbose),
            RepositoryUri = checkout?.Repository,
            RevisionId = checkout?.Revision,
            Branch = checkout?.Branch,
            InputFile = file,
            InputSnippet = file is null ? "" : Snippet(input!),
        };
    }

    /// <summary>The beginning of the first line; nothing of a compressed file, which has none to show.</summary>
    private static string Snippet(string input)
    {
        if (input.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) return "";
        var line = File.ReadLines(input).FirstOrDefault() ?? "";
        return line[..Math.Min(line.Length, LongestSnippet)];
    }
}
