using System.Text;

namespace Scanner.Benchmarks;

/// <summary>Makes pages of objects as large as real ones.</summary>
internal sealed class ObjectSource(int pods, int nodes)
{
    private const int PageSize = 500;

    // managed fields and environments are most of a real pod
    private static readonly string s_ballast = new('x', 7000);

    public byte[] Answer(string path) => Encoding.UTF8.GetBytes(path.Split('?')[0] switch
    {
        "/version" => """{"gitVersion":"v1.33.1"}""",
        "/api" => """{"versions":["v1"]}""",
        "/apis" => """{"groups":[]}""",
        "/api/v1" => """{"resources":[{"name":"pods"},{"name":"nodes"}]}""",
        "/api/v1/namespaces/kube-system" => """{"metadata":{"uid":"6b7c"}}""",
        "/api/v1/pods" => Page(path, pods, Pod),
        "/api/v1/nodes" => Page(path, nodes, Node),
        _ => """{"items":[],"metadata":{}}""",
    });

    private static string Page(string path, int count, Func<int, string> make)
    {
        var from = path.Split("continue=") is [_, var token] ? int.Parse(token, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var to = Math.Min(from + PageSize, count);
        return $$$"""{"metadata":{"continue":"{{{(to < count ? $"{to}" : "")}}}"},"items":[{{{string.Join(',', Enumerable.Range(from, to - from).Select(make))}}}]}""";
    }

    private static string Pod(int i) => $$$"""
        {"metadata":{"name":"session-{{{i}}}","namespace":"posit","uid":"u{{{i}}}","creationTimestamp":"2026-01-01T00:00:00Z","labels":{"job-name":"session-{{{i}}}"},
        "managedFields":[{"manager":"{{{s_ballast}}}"}]},"spec":{"nodeName":"node-{{{i % 500}}}","serviceAccountName":"session","volumes":[{"name":"home","persistentVolumeClaim":{"claimName":"home"}}],
        "containers":[{"name":"rs-launcher-container","image":"session:1","resources":{"requests":{"cpu":"1"}},"volumeMounts":[{"name":"home","mountPath":"/home"}]}],
        "tolerations":[{"key":"workload","operator":"Equal","value":"sessions","effect":"NoSchedule"}]},
        "status":{"phase":"Running","podIP":"10.0.{{{i / 250 % 250}}}.{{{i % 250}}}","conditions":[{"type":"Ready","status":"True"}]}}
        """;

    private static string Node(int i) => $$$"""
        {"metadata":{"name":"node-{{{i}}}","creationTimestamp":"2026-01-01T00:00:00Z","labels":{"karpenter.sh/nodepool":"sessions"},"managedFields":[{"manager":"{{{s_ballast}}}"}]},
        "spec":{"providerID":"aws:///eu-west-1a/i-{{{i}}}"},"status":{"allocatable":{"cpu":"8"},"nodeInfo":{"kubeletVersion":"v1.33.1"},
        "addresses":[{"type":"InternalIP","address":"10.1.0.1"}],"conditions":[{"type":"Ready","status":"True"}]}}
        """;
}
