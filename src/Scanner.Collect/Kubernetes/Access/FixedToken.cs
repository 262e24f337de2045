namespace Scanner.Collect.Kubernetes;

/// <summary>A token that stands in the kubeconfig itself.</summary>
internal sealed class FixedToken(string token) : ICredentialSource
{
    public Task<IssuedCredential> Issue(TimeProvider time, CancellationToken cancellationToken) =>
        Task.FromResult(new IssuedCredential(IssuedCredential.Clean(token, "the kubeconfig"), null, DateTimeOffset.MaxValue));
}
