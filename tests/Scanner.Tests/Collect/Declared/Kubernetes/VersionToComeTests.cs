using Scanner.Model;

namespace Scanner.Tests.Collect.Declared.Kubernetes;

/// <summary>The version of Kubernetes that AWS is told to give to a cluster.</summary>
public sealed class VersionToComeTests
{
    private const string Arn = "arn:aws:eks:r:1:cluster/c";

    [Theory]
    [InlineData(Arn, "https://c.example.com", true)]
    [InlineData("by-context", "https://c.example.com/", true)]
    [InlineData("by-context", "https://localhost:8443", true)]
    [InlineData("by-context", "https://other.example.com", false)]
    [InlineData("arn:aws:eks:r:1:cluster/other", "https://c.example.com", false)]
    public void Cluster_has_the_version_that_a_change_gives_it(string key, string endpoint, bool isIt)
    {
        var own = new Cluster { Id = "k8s://c", Key = key, Kind = ClusterKind.Kubernetes, Endpoint = (string?)endpoint, Version = new SemanticVersion(1, 33, 4, "") };

        var graph = Laid.Over(Laid.Seen(own, Eks(Arn, 33)), Eks("declared://t/c", 29));

        Assert.Equal(isIt ? new SemanticVersion(1, 29, 0, "") : new SemanticVersion(1, 33, 4, ""), graph.Find<Cluster>("k8s://c")!.Version.Value);
    }

    private static Cluster Eks(string id, int minor) => new()
    {
        Id = id, Key = Arn, Kind = ClusterKind.Eks, Version = new SemanticVersion(1, minor, 0, ""), Endpoint = (string?)"https://c.example.com",
    };
}
