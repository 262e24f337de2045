using System.Globalization;
using System.Text;
using Scanner.Check;
using Scanner.Check.Tracing;

namespace Scanner.Cli.RuleDocs;

/// <summary>Which rules stand for which lines of the reference architectures, and why none does for the others.</summary>
internal static class TraceMarkdown
{
    public static string Of(TraceMatrix trace, Func<LoadedRule, string> linkTo)
    {
        var page = new StringBuilder("# What the rules stand for\n\nLine by line: the reference architectures as they stood in 2026, numbered as plain text. `scanner rules docs` writes this page from the rules.\n");
        foreach (var document in trace.Documents)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {MarkdownText.Of(document.Title)} (`{document.Key}`)\n\n| line | rules |\n|---|---|\n");
            foreach (var run in Runs(trace, document, linkTo)) page.Append(CultureInfo.InvariantCulture, $"| {LineNumbers.Text(run.Lines)} | {run.Text} |\n");
        }
        return page.ToString();
    }

    /// <summary>Lines that follow each other and have the same answer are one row.</summary>
    private static List<(List<int> Lines, string Text)> Runs(TraceMatrix trace, ReferenceDocument document, Func<LoadedRule, string> linkTo)
    {
        var runs = new List<(List<int> Lines, string Text)>();
        foreach (var line in document.Lines)
        {
            var text = document.Unruled.TryGetValue(line, out var why) ? $"– ({MarkdownText.Of(why)})"
                : string.Join(", ", trace.Of(document, line).Select(r => $"[{r.Id}]({linkTo(r)})"));
            if (runs.Count > 0 && runs[^1].Text == text) runs[^1].Lines.Add(line);
            else runs.Add(([line], text));
        }
        return runs;
    }
}
