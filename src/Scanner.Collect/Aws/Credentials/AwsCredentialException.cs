using Amazon.Runtime;

namespace Scanner.Collect.Aws;

/// <summary>Credentials could not be had; the refusal says why, and what would help.</summary>
internal sealed class AwsCredentialException(Refusal refusal, Exception? inner = null) : AmazonClientException(refusal.Detail, inner)
{
    public Refusal Refusal => refusal;
}
