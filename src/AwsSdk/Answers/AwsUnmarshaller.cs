using System.Net;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Scanner.AwsSdk;

/// <summary>Turns an answer into a response object or an exception, in all five protocols.</summary>
internal sealed class AwsUnmarshaller(
    AwsOperation operation, Func<AwsValue, AmazonWebServiceResponse> read, Func<AwsRefusal, AmazonServiceException> refuse)
    : XmlResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        // With redirects off, the pipeline takes a 3xx for a success.
        if (!input.ResponseData.IsSuccessStatusCode) throw UnmarshallException(input, null, input.ResponseData.StatusCode);
        try
        {
            return operation.Service.Protocol is AwsProtocol.Json or AwsProtocol.RestJson ? Json(input) : Xml(input);
        }
        catch (Exception e) when (e is AwsAnswerException or XmlException or JsonException)
        {
            throw new AwsUnreadableAnswerException(operation, RequestId(input), e, input.ResponseData.StatusCode);
        }
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception? innerException, HttpStatusCode statusCode) =>
        refuse(RefusalReader.Read(operation, input.Stream, input.ResponseData, statusCode, innerException));

    private AmazonWebServiceResponse Xml(XmlUnmarshallerContext input)
    {
        var root = XmlAnswer.Read(input.Stream);
        if (root.Name != operation.Name + "Response") throw new AwsAnswerException($"<{root.Name}> is not <{operation.Name}Response>");
        var result = operation.Service.Protocol is AwsProtocol.Query ? root.Find(operation.Name + "Result") : root;
        if (result is null) throw new AwsAnswerException($"<{operation.Name}Result> is missing");
        var response = read(result);
        response.ResponseMetadata = new ResponseMetadata { RequestId = root.Text("requestId") ?? root.Text("ResponseMetadata/RequestId") ?? RequestId(input) };
        return response;
    }

    private AmazonWebServiceResponse Json(XmlUnmarshallerContext input)
    {
        var root = JsonAnswer.Read(input.Stream, operation.Name);
        // A login page or an error that some proxy wraps in JSON would otherwise read as "there is nothing".
        if (root.Children.Count > 0 && !root.Children.Any(child => operation.Answer.Contains(child.Name)))
            throw new AwsAnswerException($"Nothing of {string.Join(", ", operation.Answer)} is in it, but {root.Children[0].Name}");
        var response = read(root);
        response.ResponseMetadata = new ResponseMetadata { RequestId = RequestId(input) };
        return response;
    }

    private static string? RequestId(XmlUnmarshallerContext input) => input.ResponseData.GetHeaderValue("x-amzn-RequestId");
}
