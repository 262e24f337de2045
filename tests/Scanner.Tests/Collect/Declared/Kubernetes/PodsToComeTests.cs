using Scanner.Model;

namespace Scanner.Tests.Collect.Declared.Kubernetes;

/// <summary>Pods under a change of their workload, and claims under a change of themselves.</summary>
public sealed class PodsToComeTests
{
    [Theory]
    [InlineData("ReplicaSet/workbench-5d8f", true)]
    [InlineData("ReplicaSet/workbench-other-5d8f", false)]
    [InlineData("StatefulSet/workbench", false)]
    [InlineData(null, false)]
    public void Pods_of_a_workload_that_is_placed_otherwise_may_run_anywhere(string? owner, bool isOpen)
    {
        var graph = Laid.Over(Laid.Seen(Pod(owner), Workload("live", "hostname")), Workload("declared", null));

        Assert.Equal(isOpen, !graph.Find<Pod>("p")!.Node.IsKnown);
    }

    [Fact]
    public void Pods_take_over_what_their_template_says()
    {
        var graph = Laid.Over(Laid.Seen(Pod("ReplicaSet/workbench-5d8f"), Workload("live", null, "old")), Workload("declared", null, "new"));

        Assert.Equal("new", graph.Find<Pod>("p")!.ServiceAccount.Value);
        Assert.True(graph.Find<Pod>("p")!.Node.IsKnown);
    }

    [Theory]
    [InlineData("zfs", null, true)]
    [InlineData("efs", null, false)]
    [InlineData("zfs", "other", false)]
    public void Claim_that_has_to_be_made_anew_is_bound_to_nobody_knows_what(string storageClass, string? volume, bool isKnown)
    {
        var live = new VolumeClaim { Id = "live", Key = "VolumeClaim/posit/home", StorageClass = (string?)"zfs", Volume = new Ref<KubeVolume>("v"), Phase = "Bound" };
        var change = new VolumeClaim { Id = "declared", Key = "VolumeClaim/posit/home", StorageClass = (string?)storageClass, Volume = volume is null ? default(Fact<Ref<KubeVolume>?>) : new Ref<KubeVolume>(volume) };

        var claim = Laid.Over(Laid.Seen(live), change).Find<VolumeClaim>("live")!;

        Assert.Equal((isKnown, isKnown || volume is not null), (claim.Phase.IsKnown, claim.Volume.IsKnown));
    }

    private static Pod Pod(string? owner) => new() { Id = "p", Namespace = "posit", Owner = owner, Node = new Ref<KubeNode>("n"), ServiceAccount = (string?)"old" };

    private static Workload Workload(string id, string? spread, string? account = null) => new()
    {
        Id = id, Key = "Workload/posit/Deployment/workbench", ServiceAccount = account,
        SpreadConstraints = spread is null ? new Items<SpreadConstraint>([]) : new Items<SpreadConstraint>([new(spread, 1, "DoNotSchedule", null)]),
    };
}
