using System.Text;

namespace Scanner.Tests.Collect.Kubernetes;

/// <summary>What the server answers.</summary>
internal sealed record KubernetesAnswer(int Code, string Body, string Type = "application/json", string Headers = "")
{
    /// <summary>How many bytes of the body are sent before the connection is cut; null for all of them.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Nothing is sent at all, and the connection stays open.</summary>
    public bool IsSilent { get; init; }

    public static KubernetesAnswer Ok(string body) => new(200, body);

    public static KubernetesAnswer Status(int code, string reason, string message, string headers = "") =>
        new(code, $$"""{"kind":"Status","apiVersion":"v1","status":"Failure","message":"{{message}}","reason":"{{reason}}","code":{{code}}}""", Headers: headers);

    public static KubernetesAnswer NotFound => new(404, "404 page not found\n", "text/plain");

    public byte[] ToBytes()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var head = Encoding.ASCII.GetBytes($"HTTP/1.1 {Code} Answer\r\nContent-Type: {Type}\r\nContent-Length: {body.Length}\r\n{Headers}Connection: close\r\n\r\n");
        return [.. head, .. body[..(CutAfter ?? body.Length)]];
    }
}
