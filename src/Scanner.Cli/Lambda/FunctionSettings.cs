namespace Scanner.Cli.Lambda;

/// <summary>What the function is told by its environment, which the CloudFormation template sets.</summary>
/// <param name="Config">Its scanner.yaml: a path in the image, or <c>s3://…</c>.</param>
/// <param name="History">Where checks are kept; null for nowhere.</param>
/// <param name="Reports">The prefix under which reports are written; null for none.</param>
/// <param name="Formats">Which reports.</param>
/// <param name="GitHub">The repository that findings are uploaded to; null for none.</param>
/// <param name="TokenSecret">The secret in Secrets Manager that holds GitHub's token; null where it needs none.</param>
internal sealed record FunctionSettings(string? Config, string? History, string? Reports, IReadOnlyList<string> Formats, string? GitHub, string? TokenSecret)
{
    private const string Usual = "sarif,json";

    /// <exception cref="InvocationException">What it says does not fit together.</exception>
    public static FunctionSettings From(Func<string, string?> variable)
    {
        string? Set(string name) => variable(name)?.Trim() is { Length: > 0 } text ? text : null;
        var settings = new FunctionSettings(Set("SCANNER_CONFIG"), Set("SCANNER_HISTORY"), Set("SCANNER_REPORTS")?.TrimEnd('/'),
            [.. (Set("SCANNER_FORMATS") ?? Usual).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], Set("SCANNER_GITHUB_REPOSITORY"), Set("SCANNER_GITHUB_TOKEN_SECRET"));
        if (settings.Formats.FirstOrDefault(f => !Output.Reports.Formats.Contains(f)) is { } unknown) throw Bad($"SCANNER_FORMATS: there is no format {unknown}; known are {string.Join(", ", Output.Reports.Formats)}");
        return settings is { GitHub: not null, TokenSecret: null } ? throw Bad("SCANNER_GITHUB_REPOSITORY is set, and SCANNER_GITHUB_TOKEN_SECRET is not: the token for uploads lies in Secrets Manager") : settings;
    }

    private static InvocationException Bad(string what) => new("Scanner.BadConfiguration", what);
}
