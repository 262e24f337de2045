using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Scanner.Collect.Kubernetes;

/// <summary>A program that prints a credential, such as <c>aws eks get-token</c>.</summary>
/// <param name="Command">A path, or a name to be looked for in PATH.</param>
/// <param name="Arguments">What it is called with.</param>
/// <param name="ApiVersion">The version of ExecCredential that it must speak.</param>
internal sealed record ExecPlugin(string Command, IReadOnlyList<string> Arguments, string ApiVersion) : ICredentialSource
{
    private const int LargestAnswer = 1024 * 1024;

    /// <summary>Variables that it finds besides those of this process.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>What its kubeconfig says to those who do not have it.</summary>
    public string? InstallHint { get; init; }

    /// <summary>The cluster as the plugin is told of it; null where it is not.</summary>
    public JsonObject? Cluster { get; init; }

    /// <summary>How long it may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(1);

    public async Task<IssuedCredential> Issue(TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var process = Start();
        try
        {
            process.StandardInput.Close();
            var errors = BoundedText.Read(process.StandardError.BaseStream, LargestAnswer, limit.Token);
            var answer = await BoundedText.Read(process.StandardOutput.BaseStream, LargestAnswer, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? ExecCredential.Read(answer, ApiVersion, Command)
                : throw new CredentialException($"{Command} ended with {process.ExitCode}: {Said(await errors)}");
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new CredentialException(e is IOException ? $"{Command}: its answer cannot be read: {e.Message}" : $"{Command} gave no credential within {Limit.TotalSeconds} s");
        }
    }

    /// <summary>Whether the same program is called in the same way; a record would compare its lists by reference.</summary>
    public bool Equals(ExecPlugin? other) => other is not null && (Command, ApiVersion) == (other.Command, other.ApiVersion)
        && Arguments.SequenceEqual(other.Arguments, StringComparer.Ordinal) && Environment.SequenceEqual(other.Environment) && JsonNode.DeepEquals(Cluster, other.Cluster);

    public override int GetHashCode() => HashCode.Combine(Command, ApiVersion, Arguments.Count);

    private Process Start()
    {
        var start = new ProcessStartInfo(Executable.Find(Command) ?? throw Missing("is not there"), Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        start.Environment["KUBERNETES_EXEC_INFO"] = Info().ToJsonString();
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw Missing(e.Message);
        }
    }

    private JsonObject Info()
    {
        var spec = new JsonObject { ["interactive"] = false };
        if (Cluster is not null) spec["cluster"] = Cluster.DeepClone();
        return new() { ["apiVersion"] = ApiVersion, ["kind"] = "ExecCredential", ["spec"] = spec };
    }

    private CredentialException Missing(string problem) =>
        new($"the exec plugin {Command} cannot be started: {problem}{(InstallHint is null ? "" : $". Its kubeconfig says: {InstallHint}")}");

    private static string Said(string errors) => errors.Trim() is { Length: > 0 } said ? said : "it did not say why";
}
