namespace Scanner.Tests.Collect.Kubernetes;

/// <summary>What a server must answer to be entered.</summary>
internal static class ClusterAnswers
{
    public static Dictionary<string, KubernetesAnswer> Of(string version = "v1.33.1-eks-abc123", string uid = "6b7c") => new()
    {
        ["/version"] = KubernetesAnswer.Ok($$"""{"gitVersion":"{{version}}"}"""),
        ["/api"] = KubernetesAnswer.Ok("""{"versions":["v1"]}"""),
        ["/apis"] = KubernetesAnswer.Ok("""{"groups":[]}"""),
        ["/api/v1"] = KubernetesAnswer.Ok("""{"resources":[]}"""),
        ["/api/v1/namespaces/kube-system"] = KubernetesAnswer.Ok($$"""{"metadata":{"name":"kube-system","uid":"{{uid}}"} }"""),
    };

    /// <summary>A kubeconfig with one context per server, of the same name as the cluster.</summary>
    public static string Kubeconfig(params (string Name, Uri Server)[] clusters) => string.Join('\n',
    [
        "apiVersion: v1", "kind: Config", "clusters:", .. clusters.Select(c => $"- {{ name: '{c.Name}', cluster: {{ server: '{c.Server}' }} }}"),
        "contexts:", .. clusters.Select(c => $"- {{ name: '{c.Name}', context: {{ cluster: '{c.Name}' }} }}"), "",
    ]);
}
