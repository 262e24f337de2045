using Scanner.Collect;
using Scanner.Collect.Kubernetes;
using YamlDotNet.RepresentationModel;

namespace Scanner.Tests.Collect.Kubernetes;

/// <summary>The printed role allows what a scan asks, and nothing else.</summary>
public sealed class KubernetesPermissionsTests
{
    private static readonly YamlMappingNode[] s_documents = Documents(KubernetesPermissions.Yaml("scanner"));

    private static readonly List<(string Group, string[] Resources, string[] Names, string[] Verbs)> s_rules =
        [.. ((YamlSequenceNode)s_documents[1]["rules"]).Children.Select(r => (Assert.Single(Texts(r, "apiGroups")), Texts(r, "resources"), Texts(r, "resourceNames"), Texts(r, "verbs")))];

    [Fact]
    public void Role_is_bound_to_the_account_of_the_namespace()
    {
        Assert.Equal(["ServiceAccount", "ClusterRole", "ClusterRoleBinding"], s_documents.Select(d => d["kind"].ToString()));
        Assert.Equal("scanner", s_documents[0]["metadata"]["namespace"].ToString());
        Assert.Equal("scanner", s_documents[2]["subjects"][0]["namespace"].ToString());
        Assert.Equal(s_documents[1]["metadata"]["name"], s_documents[2]["roleRef"]["name"]);
    }

    [Fact]
    public void Nothing_but_list_stands_in_it_and_one_get_of_one_name()
    {
        Assert.All(s_rules, r => Assert.True(r.Verbs is ["list"] || r is { Verbs: ["get"], Group: "", Resources: ["namespaces"], Names: ["kube-system"] }, string.Join(' ', r.Resources)));
        Assert.DoesNotContain("secrets", s_rules.SelectMany(r => r.Resources));
        Assert.DoesNotContain("*", s_rules.SelectMany(r => r.Resources.Append(r.Group)));
    }

    [Fact]
    public async Task Every_path_that_a_scan_asks_is_allowed()
    {
        await using var server = new LoopbackCluster(null, r => KubernetesAnswer.Ok(Body(r.Path)));
        using var folder = new TestFolder();
        var file = folder.Write("config", ClusterAnswers.Kubeconfig(("prod", server.Url)));

        var snapshot = await RecordedScan.Run(new LiveTarget("prod") { Clusters = [new KubeconfigTarget([file], "prod")] });

        Assert.Empty(snapshot.Gaps);
        Assert.All(server.Paths, path => Assert.True(IsAllowed(path.Split('?')[0][1..].Split('/')), path));
        Assert.All(KubernetesPermissions.Resources, r => Assert.Contains(server.Paths, p => p.Split('?')[0] == "/" + r.Path(r.Versions[0])));
    }

    /// <summary>A server that has every type of objects that anybody asks for, and none of the objects.</summary>
    private static string Body(string path) => path.Split('?')[0][1..].Split('/') switch
    {
        ["version"] => """{"gitVersion":"v1.33.1"}""",
        ["api"] => """{"versions":["v1"]}""",
        ["apis"] => $$"""{"groups":[{{string.Join(',', Groups().Select(g => $$"""{"name":"{{g.Name}}","versions":[{{string.Join(',', g.Versions.Select(v => $$"""{"version":"{{v}}"}"""))}}]}"""))}}]}""",
        ["api", _] => Served(""),
        ["apis", var group, _] => Served(group),
        ["api", "v1", "namespaces", "kube-system"] => """{"metadata":{"name":"kube-system","uid":"6b7c"}}""",
        _ => """{"metadata":{},"items":[]}""",
    };

    private static IEnumerable<(string Name, IEnumerable<string> Versions)> Groups() => KubernetesPermissions.Resources.Where(r => r.Group.Length > 0)
        .GroupBy(r => r.Group).Select(g => (g.Key, g.SelectMany(r => r.Versions).Distinct()));

    private static string Served(string group) =>
        $$"""{"resources":[{{string.Join(',', KubernetesPermissions.Resources.Where(r => r.Group == group).Select(r => $$"""{"name":"{{r.Plural}}"}"""))}}]}""";

    private static bool IsAllowed(string[] path) => path switch
    {
        ["version"] or ["api"] or ["apis"] or ["api", _] or ["apis", _, _] => true, // system:discovery
        ["api", _, .. var rest] => IsAllowed("", rest),
        ["apis", var group, _, .. var rest] => IsAllowed(group, rest),
        _ => false,
    };

    private static bool IsAllowed(string group, string[] rest) => rest switch
    {
        [var resource] => s_rules.Exists(r => r.Group == group && r.Resources.Contains(resource) && r.Verbs is ["list"]),
        [var resource, var name] => s_rules.Exists(r => r.Group == group && r.Resources.Contains(resource) && r.Verbs is ["get"] && r.Names.Contains(name)),
        _ => false,
    };

    private static YamlMappingNode[] Documents(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return [.. stream.Documents.Select(d => (YamlMappingNode)d.RootNode)];
    }

    private static string[] Texts(YamlNode node, string key) => ((YamlMappingNode)node).Children.TryGetValue(key, out var list) ? [.. ((YamlSequenceNode)list).Children.Select(c => c.ToString())] : [];
}
