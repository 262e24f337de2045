using Scanner.Model;

namespace Scanner.Tests.Model.Graph;

public sealed class KindScopesTests
{
    [Fact]
    public void Every_kind_of_kubernetes_is_held_by_clusters_alone()
    {
        var folder = Repository.Path("src", "Scanner.Model", "Resources", "Kubernetes");
        var kinds = KindSchema.All.Select(k => k.Name).ToList();
        Assert.NotEmpty(kinds);
        foreach (var kind in kinds.Where(k => k is not (nameof(Cluster) or nameof(NodeGroup))))
        {
            var isKubernetes = System.IO.File.Exists(Path.Combine(folder, kind + ".cs"));
            Assert.True(isKubernetes == KindScopes.MayHold("k8s/x", kind) && isKubernetes != KindScopes.MayHold("aws/1/us-east-1", kind), kind);
        }
    }
}
