using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Scanner.AwsSdk;

/// <summary>
/// What every generated client shares: AWS's own pipeline (credentials, signing, endpoints, retries) and five wire protocols.
/// </summary>
public abstract class AwsServiceClient : AmazonServiceClient
{
    private protected AwsServiceClient(AWSCredentials? credentials, AwsClientConfig config)
        : base(credentials, config)
    {
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Resolver());
    }

    private protected async Task<TResponse> InvokeAsync<TResponse>(
        AwsOperation operation, AmazonWebServiceRequest request, Func<AwsValue, TResponse> read, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new()
    {
        ArgumentNullException.ThrowIfNull(request);
        var options = new InvokeOptions
        {
            RequestMarshaller = new AwsMarshaller(operation),
            ResponseUnmarshaller = new AwsUnmarshaller(operation, read, Refuse),
        };
        try
        {
            return await InvokeAsync<TResponse>(request, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsTransport(e, cancellationToken))
        {
            // After all retries: whoever asks has one family of exceptions to expect.
            throw new AmazonClientException($"{operation.Service.Id} {operation.Name}: {e.Message}", e);
        }
    }

    private protected abstract AmazonServiceException Refuse(AwsRefusal refusal);

    private static bool IsTransport(Exception e, CancellationToken cancellationToken) =>
        e is HttpRequestException or IOException or TimeoutException
        || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
