using Scanner.Collect.Declared;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Declared;

/// <summary>A change over what a scan saw, both made of resources.</summary>
internal static class Laid
{
    public const string Aws = "aws/1/r";
    public const string Kubernetes = "k8s/1/r/c";

    /// <summary>What would be there.</summary>
    public static ResourceGraph Over(Snapshot seen, params Resource[] change) => new(Overlay.Lay(seen, Change(change), isPreview: true));

    /// <summary>What a scan of one account, and of a cluster in it, saw: a complete listing of each kind.</summary>
    public static Snapshot Seen(params Resource[] resources) => Seen(resources, (builder, _) => { });

    /// <summary>The same, with listings of whatever the network is asked of.</summary>
    public static Snapshot Listed(params Resource[] resources) => Seen(resources, (builder, scope) =>
    {
        builder.Cover<NetworkInterface>(scope, "list", null);
        builder.Cover<ComputeInstance>(scope, "list", null);
        builder.Cover<LoadBalancer>(scope, "list", null);
    });

    private static Snapshot Seen(Resource[] resources, Action<SnapshotBuilder, string> cover)
    {
        var builder = new SnapshotBuilder();
        foreach (var resource in resources) builder.Observe(new(Plane.Live, IsOfCluster(resource) ? Kubernetes : Aws, "list", default), resource);
        builder.Cover<Subnet>(Aws, "list", null);
        builder.Cover<SecurityGroup>(Aws, "list", null);
        cover(builder, Aws);
        return builder.Build(new(Header.CurrentSchema, "test", default, default, [new ScanTarget("t", [Aws, Kubernetes], null)]));
    }

    /// <summary>What would be there by a configuration of a ParallelCluster, which names all parts of it.</summary>
    public static ResourceGraph Configured(Snapshot seen, string cluster, params NodeGroup[] groups)
    {
        var change = Change([new Cluster { Id = "declared://t/" + cluster, Key = "parallelcluster/" + cluster }, .. groups]);
        var covered = change with { Snapshot = change.Snapshot with { Coverage = [new(nameof(NodeGroup), "aws/declared/t", "ParallelCluster configuration", null)] } };
        return new(Overlay.Lay(seen, covered, isPreview: true));
    }

    private static DeclaredState Change(Resource[] resources)
    {
        var builder = new SnapshotBuilder();
        foreach (var resource in resources) builder.Observe(new(Plane.Declared, IsOfCluster(resource) ? "k8s/declared/t" : "aws/declared/t", "files", default) { Locator = "f.yaml:5:7" }, resource);
        return new("t", builder.Build(new(Header.CurrentSchema, "test", default, default, [new ScanTarget("t", ["aws/declared/t", "k8s/declared/t"], null)])), []);
    }

    private static bool IsOfCluster(Resource resource) => resource is KubernetesResource || resource.Id.StartsWith("k8s:", StringComparison.Ordinal);
}
