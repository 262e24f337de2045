using Scanner.Check.Detection;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Tests.Model.Workbench.Kubernetes;
using static Scanner.Tests.Model.Workbench.Kubernetes.SoundCluster;

namespace Scanner.Tests.Check.Detection;

public sealed class KubernetesDetectorTests
{
    [Fact]
    public void Cluster_of_eks_that_hosts_workbench_is_told() => AssertIs("aws-eks", KubernetesWorld.Sound());

    [Fact]
    public void Other_build_is_plain_kubernetes() => AssertIs("kubernetes", KubernetesWorld.Sound().Set("k8s://test", "isEksBuild", false));

    [Fact]
    public void Amazons_build_elsewhere_is_plain_kubernetes()
    {
        var world = KubernetesWorld.Sound();
        foreach (var node in "abcs") world.Set("k8s-node-" + node, "providerId", "vsphere://" + node);
        AssertIs("kubernetes", world);
    }

    [Fact]
    public void Cluster_without_nodes_is_told_by_aws_or_not_at_all()
    {
        AssertIs("aws-eks", KubernetesWorld.Sound().Without(nameof(KubeNode)));
        AssertOpen(KubernetesWorld.Sound().Without(nameof(KubeNode)).Only(KubernetesWorld.Cluster));
    }

    [Fact]
    public void Cluster_without_any_sign_of_workbench_hosts_none()
    {
        var detection = Bare().Without(Config, Templates, RStudio, VsCode).Detect();
        Assert.Equal((0, Confidence.Certain), (detection.Architectures.Count, detection.Confidence));
        Assert.Null(detection.Undecided);
    }

    [Fact]
    public void Sessions_or_configuration_without_a_server_leave_it_open()
    {
        AssertOpen(Bare().Without(Config, Templates));
        AssertOpen(Bare().Without(RStudio, VsCode));
        AssertOpen(Bare().Without(Config, Templates, RStudio, VsCode).Deny<Pod>(KubernetesWorld.Cluster));
    }

    [Fact]
    public void Cluster_that_could_not_be_entered_is_there_and_open()
    {
        var world = KubernetesWorld.Sound();
        foreach (var (kind, scope) in world.Listings.Where(l => l.Scope == KubernetesWorld.Cluster && l.Kind != nameof(Cluster)).ToList()) world.Deny(kind, scope);
        foreach (var (id, property) in world.Properties.Where(p => p.Id == "k8s://test").ToList()) world.Hide(id, property);
        AssertOpen(world);
    }

    [Fact]
    public void Environment_takes_its_account_or_all_that_may_be_it()
    {
        Assert.Equal([KubernetesWorld.Cluster, KubernetesWorld.Account], KubernetesWorld.Sound().Environment().Scopes);
        Assert.Equal([KubernetesWorld.Cluster, KubernetesWorld.Account], KubernetesWorld.Sound().Without(SoundAccount.Eks).Environment().Scopes);
        Assert.Equal([KubernetesWorld.Cluster], KubernetesWorld.Sound().Only(KubernetesWorld.Cluster).Environment().Scopes);
    }

    [Fact]
    public void Eks_cluster_that_only_aws_shows_is_no_environment() =>
        Assert.Empty(EnvironmentFinder.Find(new ResourceGraph(KubernetesWorld.Sound().Only(KubernetesWorld.Account).Snapshot()), Parameters.None));

    private static KubernetesWorld Bare() => KubernetesWorld.Sound().Without(Server, "k8s-wb-a", "k8s-wb-b", "k8s-wb-c");

    private static void AssertIs(string architecture, KubernetesWorld world) => Assert.Equal([architecture], world.Detect().Architectures);

    private static void AssertOpen(KubernetesWorld world)
    {
        var detection = world.Detect();
        Assert.Empty(detection.Architectures);
        // what was refused is granted first; where nothing was, only the user can say
        Assert.True(detection.Undecided!.Remedy is { Kind: RemedyKind.Permission } or { Kind: RemedyKind.Parameter, What: "architecture" });
    }
}
