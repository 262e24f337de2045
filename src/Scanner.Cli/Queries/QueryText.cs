using System.Text;
using Scanner.Check;
using Scanner.Check.Queries;
using Scanner.Report;

namespace Scanner.Cli.Queries;

/// <summary>The query as the user wrote it.</summary>
internal static class QueryText
{
    private const int Widest = 100;

    /// <summary>The expression; a dash stands for standard input.</summary>
    public static async Task<string> Read(string expression, CancellationToken cancellationToken) =>
        expression == "-" ? await Console.In.ReadToEndAsync(cancellationToken) : expression;

    /// <exception cref="UserErrorException">It is no query; what is wrong was shown, each place with a caret.</exception>
    public static CompiledQuery Compile(string text)
    {
        var (query, errors) = QueryCompiler.Compile(text);
        if (query is not null) return query;
        foreach (var error in errors) Console.Error.Write(Shown(text, error));
        throw new UserErrorException($"the query cannot be asked (scanner query --help has examples)");
    }

    private static string Shown(string text, RuleDiagnostic error)
    {
        var line = text.Split('\n').ElementAtOrDefault(error.Line - 1)?.TrimEnd('\r') ?? "";
        var column = Math.Min(error.Column - 1, line.Length);
        var start = Math.Max(0, column - (Widest / 2));
        var part = line[start..Math.Min(line.Length, start + Widest)];
        return new StringBuilder($"query:{error.Line}:{error.Column}: {error.Id}: {PlainText.Of(error.Message)}\n")
            .Append($"  {PlainText.Of(part)}\n").Append("  ").Append(' ', column - start).Append("^\n")
            .Append(error.Hint is { } hint ? $"  {PlainText.Of(hint)}\n" : "").ToString();
    }
}
