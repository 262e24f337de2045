using System.Net;
using System.Text;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>
/// Answers as an API server would that has one object: the very collectors that read live clusters read what files declare, and no
/// second reading of Kubernetes' forms can differ from the first.
/// </summary>
/// <param name="group">The API group that it has; empty for the core.</param>
/// <param name="version">The only version.</param>
internal sealed class DeclaredServer(string group, string version) : HttpMessageHandler
{
    private readonly string _root = group.Length == 0 ? $"/api/{version}" : $"/apis/{group}/{version}";

    /// <summary>The object's name in paths, e.g. <c>deployments</c>.</summary>
    public string Plural { get; set; } = "";

    /// <summary>The object.</summary>
    public byte[] Json { get; set; } = [];

    /// <summary>Whether the answers to what it has are kept by whoever asked: a server has as many types as its version ever gets.</summary>
    public required IReadOnlyCollection<string> Plurals { get; init; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        return Task.FromResult(path switch
        {
            "/api" => Ok($$"""{"versions":[{{(group.Length == 0 ? $"\"{version}\"" : "")}}]}"""),
            "/apis" => Ok($$"""{"groups":[{{(group.Length == 0 ? "" : $$"""{"name":"{{group}}","versions":[{"version":"{{version}}"}]}""")}}]}"""),
            _ when path == _root => Ok($$"""{"resources":[{{string.Join(',', Plurals.Select(p => $$"""{"name":"{{p}}"}"""))}}]}"""),
            _ when path.StartsWith(_root + "/", StringComparison.Ordinal) => Ok(path == $"{_root}/{Plural}" ? Json : []),
            _ => new(HttpStatusCode.NotFound),
        });
    }

    private static HttpResponseMessage Ok(string json) => new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Ok(byte[] item) =>
        new(HttpStatusCode.OK) { Content = new ByteArrayContent([.. """{"metadata":{},"items":["""u8, .. item, .. "]}"u8]) };
}
