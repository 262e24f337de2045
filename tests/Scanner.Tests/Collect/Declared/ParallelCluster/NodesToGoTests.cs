using Scanner.Model;

namespace Scanner.Tests.Collect.Declared.ParallelCluster;

/// <summary>Hosts of login pools and queues that a changed configuration no longer names.</summary>
public sealed class NodesToGoTests
{
    private const string Cluster = "parallelcluster://1/r/pwb";

    [Fact]
    public void Hosts_go_with_their_pool_and_those_of_other_pools_stay()
    {
        var seen = Laid.Seen(
            new Cluster { Id = Cluster, Key = "parallelcluster/pwb", Name = (string?)"pwb" }, Pool("a", "live-a", "i-1"), Pool("b", "live-b", "i-2"), Host("i-1", "a"), Host("i-2", "b"), Host("i-3", "a"),
            new NetworkInterface { Id = "eni-1", Instance = new Ref<ComputeInstance>("i-1") }, new WorkbenchServer { Id = "i-1/workbench", Version = "2026.08.1" });

        var graph = Laid.Configured(seen, "pwb", Pool("b", "declared://t/b"));

        Assert.Equal([null, "i-2", null], new[] { "i-1", "i-2", "i-3" }.Select(id => graph.Find<ComputeInstance>(id)?.Id));
        Assert.Null(graph.Find<NetworkInterface>("eni-1"));
        Assert.Null(graph.Find<WorkbenchServer>("i-1/workbench"));
    }

    private static ComputeInstance Host(string id, string pool) => new() { Id = id, Cluster = new Ref<Cluster>(Cluster), Pool = (string?)pool };

    private static NodeGroup Pool(string name, string id, params string[] hosts) => new()
    {
        Id = id, Key = $"parallelcluster/pwb/login/{name}", Cluster = new Ref<Cluster>(Cluster), Pool = (string?)name,
        Instances = hosts.Select(h => new Ref<ComputeInstance>(h)).ToItems(),
    };
}
