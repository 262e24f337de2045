using Scanner.Cli.Output;
using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Cli.CodeScanning;

/// <summary>The commit that findings are about, and the ref under which GitHub shows them.</summary>
/// <param name="Ref">In full: <c>refs/heads/main</c>, <c>refs/tags/v1</c>, <c>refs/pull/42/merge</c>.</param>
internal sealed partial record AnalysedCommit(string Sha, string Ref)
{
    /// <summary>
    /// As given; else as the workflow says; else as checked out; else the head of the default branch, asked of GitHub (a scheduled scan in
    /// Lambda has no checkout).
    /// </summary>
    /// <exception cref="UserErrorException">What is given is no commit or ref, or GitHub knows none.</exception>
    public static async Task<AnalysedCommit> Of(string? sha, string? reference, IReadOnlyDictionary<string, string> environment, GitCheckout? checkout, GitHubApi api, CancellationToken cancellationToken)
    {
        if (sha is not null && !Hash().IsMatch(sha)) throw new UserErrorException($"--commit {OneLine.Of(sha)}: expected the whole hash of a commit, 40 hexadecimal digits");
        if (reference is not null && !Full().IsMatch(reference)) throw new UserErrorException($"--ref {OneLine.Of(reference)}: expected a full ref, such as refs/heads/main or refs/pull/42/merge");
        if (sha is null && reference is null)
        {
            if (environment.TryGetValue("GITHUB_SHA", out var built) && environment.TryGetValue("GITHUB_REF", out var builtFor) && Hash().IsMatch(built) && Full().IsMatch(builtFor)) return new(built, builtFor);
            if (checkout is { Revision: { } revision, Branch: { } branch } && Hash().IsMatch(revision)) return new(revision, $"refs/heads/{branch}");
        }
        reference ??= $"refs/heads/{await DefaultBranch(api, cancellationToken)}";
        return new(sha ?? await Head(reference, api, cancellationToken), reference);
    }

    private static async Task<string> DefaultBranch(GitHubApi api, CancellationToken cancellationToken)
    {
        var answer = await api.Get("", cancellationToken);
        return answer.IsSuccess && answer.Text("default_branch") is { } branch ? branch
            : throw new UserErrorException($"the default branch of {api.Repository} is not known: {answer.Message}; give --ref and --commit, or a token that may read the repository");
    }

    private static async Task<string> Head(string reference, GitHubApi api, CancellationToken cancellationToken)
    {
        var pull = Pull().Match(reference);
        var answer = await api.Get(pull.Success ? $"pulls/{pull.Groups[1].Value}" : $"commits/{Escaped(reference["refs/".Length..])}", cancellationToken);
        var sha = !answer.IsSuccess ? null
            : !pull.Success ? answer.Text("sha")
            : pull.Groups[2].Value == "merge" ? answer.Text("merge_commit_sha")
            : answer.Body.TryGetProperty("head", out var head) && head.TryGetProperty("sha", out var of) ? of.GetString() : null;
        return sha is not null && Hash().IsMatch(sha) ? sha
            : throw new UserErrorException($"{OneLine.Of(reference)} of {api.Repository}: {(answer.IsSuccess ? "GitHub names no commit for it" : answer.Message)}; give --commit");
    }

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    [GeneratedRegex("^[0-9a-f]{40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();

    [GeneratedRegex(@"^refs/(heads|tags)/[^\s\p{Cc}~^:?*\[\\]+$|^refs/pull/[0-9]{1,10}/(merge|head)$", RegexOptions.CultureInvariant)]
    private static partial Regex Full();

    [GeneratedRegex("^refs/pull/([0-9]+)/(merge|head)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pull();
}
