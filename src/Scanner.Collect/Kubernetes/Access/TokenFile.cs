namespace Scanner.Collect.Kubernetes;

/// <summary>A token in a file, which somebody else renews, such as the kubelet for a pod.</summary>
/// <param name="Path">Its path.</param>
internal sealed record TokenFile(string Path) : ICredentialSource
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(1);

    public Task<IssuedCredential> Issue(TimeProvider time, CancellationToken cancellationToken)
    {
        var token = LocalFile.Text(Path, problem => new CredentialException($"the token file {problem}"));
        return Task.FromResult(new IssuedCredential(IssuedCredential.Clean(token, $"the token file {Path}"), null, time.GetUtcNow() + s_fresh));
    }
}
