namespace Scanner.Collect.Kubernetes;

/// <summary>A token that stands in the kubeconfig itself.</summary>
/// <param name="Token">The token.</param>
internal sealed record FixedToken(string Token) : ICredentialSource
{
    public Task<IssuedCredential> Issue(TimeProvider time, CancellationToken cancellationToken) =>
        Task.FromResult(new IssuedCredential(IssuedCredential.Clean(Token, "the kubeconfig"), null, DateTimeOffset.MaxValue));

    // a record prints its members, and this one is secret
    public override string ToString() => nameof(FixedToken);
}
