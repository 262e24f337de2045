namespace Scanner.Collect.Kubernetes;

/// <summary>Gives credentials for one cluster, anew whenever it is asked.</summary>
internal interface ICredentialSource
{
    /// <exception cref="CredentialException">There is none.</exception>
    Task<IssuedCredential> Issue(TimeProvider time, CancellationToken cancellationToken);
}
