using System.Net;
using Amazon.Runtime;

namespace Scanner.AwsSdk;

/// <summary>A success by its status whose body is not the answer to the question.</summary>
internal sealed class AwsUnreadableAnswerException(AwsOperation operation, string? requestId, Exception cause, HttpStatusCode status)
    : AmazonUnmarshallingException(requestId, operation.Name, cause, status)
{
    public override string Message => $"{operation.Service.Id} {operation.Name}: the answer cannot be read: {InnerException!.Message}";
}
