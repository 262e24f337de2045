using Scanner.Cli.Output;
using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Cli.CodeScanning;

/// <summary>A repository on GitHub or on a GitHub Enterprise Server, and where that one's REST API is.</summary>
internal sealed partial record GitHubRepository(Uri Api, string Owner, string Name)
{
    private const string PublicApi = "https://api.github.com/";

    /// <param name="name">OWNER/NAME; null where only the surroundings tell.</param>
    /// <param name="api">The API's address; null for that of the workflow, of the checkout's host, or GitHub's own.</param>
    /// <exception cref="UserErrorException">No repository is known, or what is given names none.</exception>
    public static GitHubRepository Of(string? name, string? api, IReadOnlyDictionary<string, string> environment, GitCheckout? checkout)
    {
        var origin = checkout?.Repository;
        var known = name ?? environment.GetValueOrDefault("GITHUB_REPOSITORY") ?? origin?.AbsolutePath.Trim('/')
            ?? throw new UserErrorException("which repository is not known: give --repository OWNER/NAME, or run in a checkout of it");
        if (Named().Match(known) is not { Success: true } match) throw new UserErrorException($"{OneLine.Of(known)}: expected a repository as OWNER/NAME");
        return new(Address(api ?? environment.GetValueOrDefault("GITHUB_API_URL") ?? ApiOf(name is null ? origin : null)), match.Groups[1].Value, match.Groups[2].Value);
    }

    public override string ToString() => $"{Owner}/{Name}";

    private static string ApiOf(Uri? origin) =>
        origin is null || origin.Host.Equals("github.com", StringComparison.OrdinalIgnoreCase) ? PublicApi
        : origin.Host.EndsWith(".ghe.com", StringComparison.OrdinalIgnoreCase) ? $"https://api.{origin.Host}/"
        : new Uri(origin, "/api/v3/").ToString();

    /// <summary>A token goes over no open line, except to this machine itself.</summary>
    private static Uri Address(string text) =>
        !Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Query.Length > 0
            ? throw new UserErrorException($"--api-url {OneLine.Of(text)}: expected an address such as https://github.example.com/api/v3")
        : uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback) ? uri
        : throw new UserErrorException($"--api-url {OneLine.Of(text)}: the token would go over it unencrypted; use https");

    [GeneratedRegex(@"^([A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)/([A-Za-z0-9._-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
