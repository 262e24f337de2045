using Scanner.Model;
using static Scanner.Tests.Model.Workbench.Kubernetes.SoundCluster;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

public sealed class InstallationTests
{
    private const string One = "k8s-wb-a";

    [Theory]
    [InlineData("phase", "Running", 3, 3)]
    [InlineData("phase", "Pending", 3, 2)]
    [InlineData("phase", "Succeeded", 2, 2)]
    [InlineData("phase", "Failed", 2, 2)]
    [InlineData("isTerminating", true, 2, 2)]
    [InlineData("isReady", false, 3, 2)]
    [InlineData("namespace", "other", 2, 2)]
    [InlineData("isSession", true, 2, 2)]
    public void Pods_are_those_that_are_not_about_to_end(string property, object value, int pods, int ready)
    {
        var installation = KubernetesWorld.Sound().Set(One, property, value).Installation();
        Assert.True((installation.Pods.Count() == pods).IsTrue);
        Assert.True((installation.ReadyPods.Count() == ready).IsTrue);
    }

    [Theory]
    [InlineData("isReady")]
    [InlineData("phase")]
    [InlineData("labels")]
    [InlineData("isSession")]
    public void Pod_of_which_something_is_hidden_is_in_doubt(string property)
    {
        var ready = KubernetesWorld.Sound().Hide(One, property).Installation().ReadyPods.Count();
        Assert.True((ready >= 2).IsTrue && (ready >= 3).IsUnknown);
    }

    [Theory]
    [InlineData("ghcr.io/rstudio/rstudio-workbench:2026.08.1", true)]
    [InlineData("rstudio/rstudio-workbench", true)]
    [InlineData("posit/workbench@sha256:0123", true)]
    [InlineData("registry.example:5000/mirror/posit-workbench:1", true)]
    [InlineData("posit/workbench-session:1", false)]
    [InlineData("example/workbench:1", false)]
    [InlineData("my-rstudio-workbench:1", false)]
    public void Server_is_found_by_its_image(string image, bool found)
    {
        var world = KubernetesWorld.Sound().Set(Server, "podLabels", Map(("app", "x"))).Set(Server, "containers", Items.Create([Container("c", image)]));
        Assert.Equal(found, world.Environment().Installations.Any().IsTrue);
    }

    [Fact]
    public void Server_is_found_by_a_pattern_of_the_users() => Assert.True(KubernetesWorld.Sound().Parameter("workbenchImages", "example/wb*")
        .Set(Server, "podLabels", Map()).Set(Server, "containers", Items.Create([Container("c", "example/wb:1")])).Environment().Installations.Any().IsTrue);

    [Theory]
    [InlineData("Deployment", "rstudio-workbench", "posit", 3, 3, true)]
    [InlineData("StatefulSet", "rstudio-workbench", "posit", 3, 1, false)]
    [InlineData("Deployment", "other", "posit", 3, 1, false)]
    [InlineData("Deployment", "rstudio-workbench", "other", 3, 1, false)]
    public void Autoscaler_counts_where_it_is_in_charge(string kind, string name, string space, int min, int replicas, bool isInCharge)
    {
        var world = KubernetesWorld.Sound().Set(Server, "replicas", replicas).With(Autoscaler("k8s-hpa", kind, name, space, min));
        Assert.Equal(isInCharge ? min : replicas, world.Installation().DeclaredReplicas.Value);
    }

    [Fact]
    public void Autoscaler_is_not_in_charge_of_a_workload_without_pods() =>
        Assert.Equal(0, KubernetesWorld.Sound().Set(Server, "replicas", 0).With(Autoscaler("k8s-hpa", "Deployment", "rstudio-workbench", "posit", 3)).Installation().DeclaredReplicas.Value);

    [Fact]
    public void Two_autoscalers_leave_it_open() => Assert.Equal(GapCause.Ambiguous, KubernetesWorld.Sound()
        .With(Autoscaler("k8s-hpa", "Deployment", "rstudio-workbench", "posit", 3), Autoscaler("k8s-hpa2", "Deployment", "rstudio-workbench", "posit", 1)).Installation().DeclaredReplicas.Gap!.Cause);

    [Fact]
    public void Autoscalers_that_could_not_be_listed_leave_it_open() => Assert.False(KubernetesWorld.Sound().Deny<HorizontalPodAutoscaler>(KubernetesWorld.Cluster).Installation().DeclaredReplicas.IsKnown);

    [Theory]
    [InlineData("topology.kubernetes.io/zone", 1, "DoNotSchedule", "wb", true)]
    [InlineData("kubernetes.io/hostname", 1, "DoNotSchedule", "wb", false)]
    [InlineData("topology.kubernetes.io/zone", 2, "DoNotSchedule", "wb", false)]
    [InlineData("topology.kubernetes.io/zone", 1, "ScheduleAnyway", "wb", false)]
    [InlineData("topology.kubernetes.io/zone", 1, "DoNotSchedule", "other", false)]
    [InlineData("topology.kubernetes.io/zone", 1, "DoNotSchedule", null, false)]
    public void Spread_binds_only_what_it_counts(string key, int skew, string otherwise, string? instance, bool apart)
    {
        var selector = instance is null ? null : new LabelSelector(Map(("app.kubernetes.io/instance", instance)), []);
        Assert.Equal(apart, KubernetesWorld.Sound().Set(Server, "spreadConstraints", Items.Create([new SpreadConstraint(key, skew, otherwise, selector)])).Installation().IsKeptApart.IsTrue);
    }

    [Fact]
    public void Two_installations_have_pods_of_their_own()
    {
        var all = KubernetesWorld.Sound().With(KubernetesWorlds.Second).With(Pod("s", "10.0.1.22", "other", "other")).Environment().Installations.Members;
        Assert.Equal(["k8s-other-s", "k8s-wb-a, k8s-wb-b, k8s-wb-c"], all.Select(i => string.Join(", ", i.Item.Pods.Members.Select(p => p.Item.Id))).Order(StringComparer.Ordinal));
    }

    private static HorizontalPodAutoscaler Autoscaler(string id, string kind, string name, string space, int min) =>
        new() { Id = id, Name = id, Namespace = space, TargetKind = kind, TargetName = name, MinReplicas = min, MaxReplicas = 9 };
}
