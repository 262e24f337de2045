using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Scanner.Cli.CodeScanning;

/// <summary>GitHub's code scanning of one repository: takes a SARIF file, and says some seconds later what became of it.</summary>
internal sealed class CodeScanningApi(GitHubApi api, TimeProvider time)
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(10);

    /// <returns>The upload's id.</returns>
    /// <exception cref="UploadRefusedException">The token may not, or the repository has no code scanning.</exception>
    /// <exception cref="UserErrorException">The file, the commit or the ref is none that GitHub takes.</exception>
    public async Task<string> Upload(SarifPackage package, AnalysedCommit commit, bool validate, CancellationToken cancellationToken)
    {
        var answer = await api.Post("code-scanning/sarifs", Body(package, commit, validate), cancellationToken);
        if (answer.IsSuccess) return answer.Text("id") ?? throw new UserErrorException($"{api.Repository.Api} took the file and gave no id for it: it is no GitHub API; look at --api-url");
        throw answer.Status switch
        {
            HttpStatusCode.Unauthorized => new UserErrorException($"{api.Repository}: GitHub does not know the token ({answer.Message}); make a new one with security_events: write"),
            HttpStatusCode.Forbidden => new UploadRefusedException($"{api.Repository} takes no findings from this token: {answer.Message}. It needs security-events: write, which the token of a pull request from a fork never has; a private repository needs GitHub Code Security"),
            HttpStatusCode.NotFound => new UploadRefusedException($"{api.Repository}: GitHub shows this token no such repository, or it has no code scanning: {answer.Message}"),
            HttpStatusCode.RequestEntityTooLarge => new UserErrorException($"the file is too large for GitHub: {answer.Message}; scan fewer targets at a time"),
            (HttpStatusCode)429 or >= HttpStatusCode.InternalServerError => new UploadRefusedException($"{api.Repository}: GitHub does not take it now: {answer.Message}; try again later"),
            _ => new UserErrorException($"GitHub does not take it for {commit.Ref} at {commit.Sha}: {answer.Message}"),
        };
    }

    /// <summary>Asks until the file is processed, less and less often.</summary>
    /// <returns>Null when it is; else GitHub's last word within the time given, <c>pending</c>.</returns>
    /// <exception cref="UserErrorException">GitHub could not make sense of the file; its errors are the message.</exception>
    public async Task<string?> Processed(string id, TimeSpan patience, CancellationToken cancellationToken)
    {
        var (end, pause) = (time.GetUtcNow() + patience, TimeSpan.FromMilliseconds(500));
        while (true)
        {
            var answer = await api.Get($"code-scanning/sarifs/{Uri.EscapeDataString(id)}", cancellationToken);
            var status = answer.IsSuccess ? answer.Text("processing_status") : null;
            if (status == "complete") return null;
            if (status == "failed") throw new UserErrorException($"GitHub rejected the file: {(string.Join("; ", answer.Errors) is { Length: > 0 } errors ? errors : "without saying why")}");
            // right after the upload it may not be found yet
            if (status is null && answer.Status is not HttpStatusCode.NotFound) return answer.Message;
            if (time.GetUtcNow() + pause > end) return status ?? "not found";
            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
        }
    }

    private static byte[] Body(SarifPackage package, AnalysedCommit commit, bool validate)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("commit_sha", commit.Sha);
            json.WriteString("ref", commit.Ref);
            json.WriteBase64String("sarif", package.Compressed);
            if (package.StartedAt is { } start) json.WriteString("started_at", start.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            json.WriteString("tool_name", "Scanner");
            if (validate) json.WriteBoolean("validate", true);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
