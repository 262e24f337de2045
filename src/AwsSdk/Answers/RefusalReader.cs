using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Scanner.AwsSdk;

/// <summary>
/// Reads the five forms of an AWS error. A proxy on the way may answer in any form whatever the protocol is, so the body's
/// first character decides how it is read, and a body that cannot be read still ends in an error with its status.
/// </summary>
internal static class RefusalReader
{
    private static readonly string[] Codes = ["__type", "code", "Code", "ErrorCode"];
    private static readonly string[] Messages = ["message", "Message", "errorMessage"];

    public static AwsRefusal Read(AwsOperation operation, Stream body, IWebResponseData response, HttpStatusCode status, Exception? inner)
    {
        var bytes = Bytes(body);
        var (code, message, requestId, isSender) = Said(bytes) ?? default;
        code = Short(Header(response, "x-amzn-ErrorType") ?? code);
        message ??= Unreadable(operation, bytes, status);
        requestId ??= Header(response, "x-amzn-RequestId") ?? Header(response, "x-amz-request-id");
        var type = isSender ?? (int)status < 500 ? ErrorType.Sender : ErrorType.Receiver;
        return new AwsRefusal(message, inner, type, code, requestId, status);
    }

    private static byte[] Bytes(Stream body)
    {
        using var buffer = new MemoryStream();
        body.CopyTo(buffer);
        return buffer.ToArray();
    }

    private static (string? Code, string? Message, string? RequestId, bool? IsSender)? Said(byte[] bytes)
    {
        try
        {
            return (char)bytes.FirstOrDefault(b => !char.IsWhiteSpace((char)b)) switch
            {
                '{' => Json(JsonAnswer.Read(new MemoryStream(bytes), "error")),
                '<' => Xml(XmlAnswer.Read(new MemoryStream(bytes))),
                _ => null,
            };
        }
        catch (Exception e) when (e is XmlException or JsonException or AwsAnswerException)
        {
            // Nothing is lost: the caller reports the status and the beginning of the body instead.
            return null;
        }
    }

    private static (string?, string?, string?, bool?) Json(AwsValue root) => (First(root, Codes), First(root, Messages), null, null);

    private static string? First(AwsValue root, string[] members) =>
        members.Select(root.Text).FirstOrDefault(text => !string.IsNullOrEmpty(text));

    private static (string?, string?, string?, bool?)? Xml(AwsValue root)
    {
        var error = root.Find("Errors/Error") ?? root.Find("Error") ?? (root.Name == "Error" ? root : null);
        if (error is null) return null;
        var requestId = root.Text("RequestID") ?? root.Text("RequestId") ?? error.Text("RequestId");
        bool? isSender = error.Text("Type") is { } type ? type is "Sender" : null;
        return (error.Text("Code"), error.Text("Message"), requestId, isSender);
    }

    /// <summary><c>com.amazonaws.fsx#BadRequest:http://…</c> is <c>BadRequest</c>.</summary>
    private static string? Short(string? code)
    {
        if (code is null) return null;
        var end = code.IndexOf(':');
        var name = end < 0 ? code : code[..end];
        return name[(name.LastIndexOf('#') + 1)..];
    }

    private static string? Header(IWebResponseData response, string name) =>
        response.IsHeaderPresent(name) ? response.GetHeaderValue(name) : null;

    private static string Unreadable(AwsOperation operation, byte[] bytes, HttpStatusCode status)
    {
        var text = Encoding.UTF8.GetString(bytes, 0, Math.Min(bytes.Length, 200)).ReplaceLineEndings(" ").Trim();
        return $"{operation.Name}: HTTP {(int)status} {status} without an AWS error in it{(text.Length > 0 ? ": " + text : "")}";
    }
}
