using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Scanner.AwsSdk;

/// <summary>Turns a request object into what goes over the wire, in the service's protocol.</summary>
internal sealed class AwsMarshaller(AwsOperation operation) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, operation.Service.Id) { HttpMethod = operation.Method, ResourcePath = operation.Path };
        switch (operation.Service.Protocol)
        {
            case AwsProtocol.Ec2Query or AwsProtocol.Query: Form(request, (IAwsInput)input); break;
            case AwsProtocol.Json: Json(request, (IAwsInput)input); break;
            default: Rest(request, (IAwsInput)input); break;
        }
        return request;
    }

    private void Form(DefaultRequest request, IAwsInput input)
    {
        request.Parameters["Action"] = operation.Name;
        request.Parameters["Version"] = operation.Service.ApiVersion;
        input.Send(new QueryWriter(request.Parameters));
    }

    private void Json(DefaultRequest request, IAwsInput input)
    {
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Headers["X-Amz-Target"] = $"{operation.Service.Target}.{operation.Name}";
        request.Content = JsonBodyWriter.Write(input);
    }

    private void Rest(DefaultRequest request, IAwsInput input)
    {
        request.UseQueryString = true;
        input.Send(new RestWriter(request, operation));
    }
}
