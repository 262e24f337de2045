using Scanner.Model;
using static Scanner.Tests.Model.Workbench.Kubernetes.SoundCluster;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

public sealed class SessionPlacementTests
{
    private static readonly Func<PodPlacement, Truth> s_tolerates = placement => placement.Tolerations.Any(t => t.Tolerates(SessionTaint));

    [Theory]
    [InlineData("phase", "Succeeded")]
    [InlineData("phase", "Failed")]
    [InlineData("isTerminating", true)]
    [InlineData("isSession", false)]
    public void Sessions_that_end_count_no_more(string property, object value) =>
        Assert.Equal([VsCode], Ids(KubernetesWorld.Sound().Set(RStudio, property, value).Installation().Sessions()));

    [Fact]
    public void Session_that_waits_counts() => Assert.True(KubernetesWorld.Sound().Set(RStudio, "phase", "Pending").Installation().Sessions(Ide.RStudio).Any().IsTrue);

    [Fact]
    public void Session_of_unknown_kind_may_be_any()
    {
        var world = KubernetesWorld.Sound().With(Session("k8s-session-x", null, "a", "10.0.1.13", Anywhere));
        Assert.True(world.Installation().EverySession(Ide.RStudio, s_tolerates).IsUnknown);
        Assert.True(world.Installation().EverySession(Ide.VsCode, placement => !s_tolerates(placement)).IsTrue);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Template_decides_where_no_session_runs(bool tolerates, bool holds)
    {
        var world = KubernetesWorld.Sound().Without(RStudio).Set(Templates, "rStudioPlacement", tolerates ? OnSessionNodes : Anywhere);
        Assert.Equal(holds, world.Installation().EverySession(Ide.RStudio, s_tolerates).IsTrue);
    }

    [Fact]
    public void Template_that_does_not_tell_leaves_nothing_to_sessions_but_to_refute_it()
    {
        var running = KubernetesWorld.Sound().Hide(Templates, "rStudioPlacement", GapCause.Undecidable);
        Assert.True(running.Installation().EverySession(Ide.RStudio, s_tolerates).IsUnknown);
        Assert.True(running.Set(RStudio, "placement", Anywhere).Installation().EverySession(Ide.RStudio, s_tolerates).IsFalse);
        Assert.True(running.Without(RStudio).Installation().EverySession(Ide.RStudio, s_tolerates).IsUnknown);
    }

    [Fact]
    public void Session_in_doubt_does_not_stand_in_for_a_template_that_does_not_tell() => Assert.True(KubernetesWorld.Sound().Without(RStudio)
        .With(Session("k8s-session-x", null, "s", "10.0.1.23", OnSessionNodes)).Hide(Templates, "rStudioPlacement", GapCause.Undecidable).Installation().EverySession(Ide.RStudio, s_tolerates).IsUnknown);

    [Fact]
    public void Template_that_could_not_be_read_is_left_to_nobody() =>
        Assert.True(KubernetesWorld.Sound().Hide(Templates, "rStudioPlacement").Installation().EverySession(Ide.RStudio, s_tolerates).IsUnknown);

    [Fact]
    public void Placement_is_out_of_view_without_a_template() =>
        Assert.Equal("job.tpl", KubernetesWorld.Sound().Without(Templates).Installation().PlacementOf(Ide.RStudio).Gap!.Action);

    [Fact]
    public void Two_templates_leave_it_open() => Assert.Equal(GapCause.Ambiguous,
        KubernetesWorld.Sound().Set(Config, "keys", Items.Create(["job.tpl"])).Installation().PlacementOf(Ide.RStudio).Gap!.Cause);

    [Fact]
    public void Sessions_of_two_installations_are_told_apart_by_namespace()
    {
        var world = KubernetesWorld.Sound().With(KubernetesWorlds.Second).With(Session("k8s-session-o", Ide.RStudio, "a", "10.0.1.13", Anywhere, "other"));
        var first = world.Environment().Installations.Members.Single(m => m.Item.Id == Server).Item;
        Assert.Equal([RStudio, VsCode], Ids(first.Sessions()));
        Assert.True(first.EverySession(Ide.RStudio, s_tolerates).IsTrue);
    }

    [Fact]
    public void Sessions_of_two_installations_in_one_namespace_are_in_doubt()
    {
        var world = KubernetesWorld.Sound().With(KubernetesWorlds.Second).With(Session("k8s-session-o", Ide.RStudio, "a", "10.0.1.13", Anywhere))
            .Set("k8s-other-config", "files", Items.Create([File("launcher.kubernetes.conf", ("kubernetes-namespace", "posit"))]));
        Assert.All(world.Environment().Installations.Members, m => Assert.True(m.Item.EverySession(Ide.RStudio, s_tolerates).IsUnknown));
    }

    private static IEnumerable<string> Ids(ResourceSet<Pod> pods) => pods.Members.Select(m => m.Item.Id);
}
