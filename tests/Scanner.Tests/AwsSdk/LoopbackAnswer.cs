using System.Globalization;
using System.Net;
using System.Text;

namespace Scanner.Tests.AwsSdk;

/// <summary>What the loopback server says to one request.</summary>
internal sealed record LoopbackAnswer(HttpStatusCode Status, string ContentType, string Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The connection ends this many bytes before the length that the header promised.</summary>
    public int Cut { get; init; }

    public static LoopbackAnswer Xml(string body, HttpStatusCode status = HttpStatusCode.OK) => new(status, "text/xml", body);

    public static LoopbackAnswer Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status, "application/x-amz-json-1.1", body);

    public static LoopbackAnswer Html(HttpStatusCode status) =>
        new(status, "text/html", "<!DOCTYPE html><html><body>Please log in<br></body></html>");

    public byte[] ToBytes()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)Status} {Status}\r\nContent-Type: {ContentType}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\nConnection: close\r\n");
        foreach (var (name, value) in Headers) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body.AsSpan(0, body.Length - Cut)];
    }
}
