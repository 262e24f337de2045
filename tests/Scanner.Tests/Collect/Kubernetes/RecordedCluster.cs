using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using Scanner.Collect.Kubernetes;

namespace Scanner.Tests.Collect.Kubernetes;

/// <summary>A Kubernetes cluster as it was recorded: an API server on 127.0.0.1, behind TLS, which answers from a folder, or makes trouble.</summary>
internal sealed class RecordedCluster : IAsyncDisposable
{
    private const string User = "arn:aws:sts::123456789012:assumed-role/ReadOnly/scanner";

    private readonly ConcurrentDictionary<string, Trouble> _troubles = new(StringComparer.Ordinal);
    private readonly TestAuthority _authority = new("kubernetes");
    private readonly X509Certificate2 _certificate;
    private readonly RecordedClusterCase _case;
    private readonly LoopbackCluster _server;

    public RecordedCluster(string name)
    {
        _case = new(name);
        _certificate = _authority.Server();
        _server = new(_certificate, Answer);
    }

    /// <summary>The way to it, as a kubeconfig with a token would have it.</summary>
    public ClusterAccess Access => new("pwb-eks", _server.Url)
    {
        Authorities = Pem.Authorities(_authority.Pem, p => new KubeconfigException(p)),
        Credentials = new FixedToken("recorded"),
    };

    public IReadOnlyList<KubernetesRequest> Requests => _server.Requests;

    /// <summary>The requests whose answer was sent.</summary>
    public IReadOnlyList<KubernetesRequest> Answered => _server.Answered;

    /// <summary>The distinct resources and other paths that were asked for, sorted, as <see cref="With"/> names them.</summary>
    public IReadOnlyList<string> Asked => [.. Requests.Select(Named).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What a request asks for, as <see cref="With"/> names it.</summary>
    public static string Named(KubernetesRequest request) => Resource(PathOf(request));

    /// <summary>From now on a resource, such as <c>pods</c> or <c>nodepools.karpenter.sh</c>, or another path, such as <c>/apis</c>, is in trouble.</summary>
    public RecordedCluster With(string resource, Trouble trouble)
    {
        _troubles[resource] = trouble;
        return this;
    }

    /// <summary>Lets the recorded account say that its EKS cluster is to be found here.</summary>
    public RecordedCluster In(RecordedAws aws, string name)
    {
        var file = Repository.Path("fixtures", "aws", name, "eks.DescribeCluster.json");
        var answer = JsonNode.Parse(File.ReadAllText(file))!;
        answer["cluster"]!["endpoint"] = _server.Url.ToString().TrimEnd('/');
        answer["cluster"]!["certificateAuthority"]!["data"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(_authority.Pem));
        aws.Answer("eks:DescribeCluster", answer.ToJsonString());
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
        _authority.Dispose();
    }

    private KubernetesAnswer Answer(KubernetesRequest request)
    {
        var path = PathOf(request);
        if (path != "/version" && request is { Token: null, ClientName: null }) return Forbidden(path, "system:anonymous");
        if (!_troubles.TryGetValue(Resource(path), out var trouble)) return Recorded(request);
        return trouble switch
        {
            Trouble.Denied => Forbidden(path, User),
            Trouble.ThrottledAtFirst when Requests.Count(r => Named(r) == Named(request)) > 4 => Recorded(request),
            Trouble.Throttled or Trouble.ThrottledAtFirst => Status(429, "TooManyRequests", "Too many requests, please try again later.", "Retry-After: 1\r\n"),
            Trouble.Expired => Status(401, "Unauthorized", "Unauthorized"),
            Trouble.Broken => Status(500, "InternalError", "Internal error occurred: etcdserver: request timed out"),
            Trouble.Empty => KubernetesAnswer.Ok(""),
            Trouble.Cut => Recorded(request) is var whole ? whole with { CutAfter = Encoding.UTF8.GetByteCount(whole.Body) / 2 } : whole,
            _ => KubernetesAnswer.Ok("") with { IsSilent = true },
        };
    }

    private KubernetesAnswer Recorded(KubernetesRequest request)
    {
        if (_case.Pages(PathOf(request)) is not { } pages) return KubernetesAnswer.NotFound;
        var query = HttpUtility.ParseQueryString(request.Path.Split('?', 2) is [_, var q] ? q : "");
        if (Next(pages[0]) is null && JsonNode.Parse(pages[0])!["items"] is null) return KubernetesAnswer.Ok(pages[0]);
        if (query["limit"] != "500" || query.AllKeys.Except(["limit", "continue"]).Any())
            return Status(400, "BadRequest", $"lists are recorded in pages of 500, and for everybody: {request.Path}");
        if (query["continue"] is not { } token) return KubernetesAnswer.Ok(pages[0]);
        var before = pages.TakeWhile(p => Next(p) != token).Count();
        return before + 1 < pages.Count ? KubernetesAnswer.Ok(pages[before + 1]) : Status(410, "Expired", "The provided continue parameter is too old");
    }

    private static string? Next(string page) => (string?)JsonNode.Parse(page)!["metadata"]?["continue"];

    private static string PathOf(KubernetesRequest request) => request.Path.Split('?')[0];

    /// <summary>The resource that a path leads to; the path itself where it leads to none.</summary>
    private static string Resource(string path)
    {
        var (group, rest) = path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["api", _, .. var core] => ("", core),
            ["apis", var name, _, .. var others] => ("." + name, others),
            _ => ("", []),
        };
        return rest switch
        {
            [] => path,
            ["namespaces", _, var plural, ..] => plural + group,
            [var plural, ..] => plural + group,
        };
    }

    private static KubernetesAnswer Forbidden(string path, string user)
    {
        if (Resource(path) == path) return Status(403, "Forbidden", $"forbidden: User \"{user}\" cannot get path \"{path}\"");
        var (plural, group) = Resource(path).Split('.', 2) is [var p, var g] ? (p, g) : (Resource(path), "");
        return Status(403, "Forbidden", $"{Resource(path)} is forbidden: User \"{user}\" cannot list resource \"{plural}\" in API group \"{group}\" at the cluster scope",
            details: new { group, kind = plural });
    }

    private static KubernetesAnswer Status(int code, string reason, string message, string headers = "", object? details = null) => new(code, JsonSerializer.Serialize(
        new { kind = "Status", apiVersion = "v1", metadata = new { }, status = "Failure", message, reason, details = details ?? new { }, code }), Headers: headers);
}
