using Amazon.Runtime;

namespace Scanner.Collect.Aws;

/// <summary>Credentials that, where they cannot be had, say it in words that help whoever set them up.</summary>
internal sealed class ExplainedCredentials(AWSCredentials inner, CredentialSource source) : AWSCredentials
{
    /// <summary>Long enough for a person who is asked something by a credential_process.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public CredentialSource Source => source;

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        try
        {
            return await inner.GetCredentialsAsync().WaitAsync(s_patience);
        }
        catch (Exception e)
        {
            throw new AwsCredentialException(CredentialRefusal.Of(e, source), e);
        }
    }
}
