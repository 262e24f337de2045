using System.Globalization;
using System.Text;

namespace Scanner.Tests.Collect;

/// <summary>An HTTP answer as bytes; <see cref="Length"/> may promise more than there is.</summary>
internal sealed record AwsAnswer(int Status, string ContentType, byte[] Body)
{
    /// <summary>What the header promises; null for what there is, and a negative one for no promise.</summary>
    public int? Length { get; init; }

    public string? ErrorType { get; init; }

    public DateTimeOffset? Date { get; init; }

    /// <summary>Further headers, each with its line's end.</summary>
    public string Headers { get; init; } = "";

    /// <summary>What happens instead of the end.</summary>
    public Trouble? Then { get; init; }

    public byte[] ToBytes()
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} Recorded\r\nContent-Type: {ContentType}\r\nConnection: close\r\n");
        if (Length is not < 0) head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Length ?? Body.Length}\r\n");
        if (Date is { } date) head.Append(CultureInfo.InvariantCulture, $"Date: {date:R}\r\n");
        if (ErrorType is not null) head.Append(CultureInfo.InvariantCulture, $"x-amzn-ErrorType: {ErrorType}\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append(Headers).Append("\r\n").ToString()), .. Body];
    }

    public static AwsAnswer Of(string file) => new(200, Path.GetExtension(file) switch
    {
        ".json" => "application/json",
        ".yaml" => "application/octet-stream",
        _ => "text/xml",
    }, File.ReadAllBytes(file));

    /// <summary>An error in the form that the service gives errors.</summary>
    public static AwsAnswer Error(AwsRequest request, int status, string code, string message) => request.Service switch
    {
        "ec2" => Xml(status, $"<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors><RequestID>r-1</RequestID></Response>"),
        "s3" => Xml(status, $"<Error><Code>{code}</Code><Message>{message}</Message><RequestId>r-1</RequestId></Error>"),
        "ds" or "fsx" or "ssm" => new(status, "application/x-amz-json-1.1", Encoding.UTF8.GetBytes($$"""{"__type":"{{code}}","message":"{{message}}"}""")),
        "elasticfilesystem" => new(status, "application/json", Encoding.UTF8.GetBytes($$"""{"ErrorCode":"{{code}}","Message":"{{message}}"}""")) { ErrorType = code },
        "eks" or AwsRequest.Unsigned => new(status, "application/json", Encoding.UTF8.GetBytes($$"""{"message":"{{message}}"}""")) { ErrorType = code },
        _ => Xml(status, $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>"),
    };

    private static AwsAnswer Xml(int status, string body) => new(status, "text/xml", Encoding.UTF8.GetBytes(body));
}
