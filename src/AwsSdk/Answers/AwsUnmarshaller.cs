using System.Net;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Scanner.AwsSdk;

/// <summary>Turns an answer into a response object or an exception, in all four protocols.</summary>
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
            return operation.Service.Protocol is AwsProtocol.Ec2Query or AwsProtocol.Query ? Xml(input.Stream) : Json(input);
        }
        catch (Exception e) when (e is AwsAnswerException or XmlException or JsonException)
        {
            throw new AwsUnreadableAnswerException(operation, RequestId(input), e, input.ResponseData.StatusCode);
        }
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception? innerException, HttpStatusCode statusCode) =>
        refuse(RefusalReader.Read(operation, input.Stream, input.ResponseData, statusCode, innerException));

    private AmazonWebServiceResponse Xml(Stream body)
    {
        var root = XmlAnswer.Read(body);
        if (root.Name != operation.Name + "Response") throw new AwsAnswerException($"<{root.Name}> is not <{operation.Name}Response>");
        var result = operation.Service.Protocol is AwsProtocol.Ec2Query ? root : root.Find(operation.Name + "Result");
        if (result is null) throw new AwsAnswerException($"<{operation.Name}Result> is missing");
        var response = read(result);
        response.ResponseMetadata = new ResponseMetadata { RequestId = root.Text("requestId") ?? root.Text("ResponseMetadata/RequestId") };
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
