using Scanner.Check.Drift.Declared;
using static Scanner.Tests.Check.Drift.Scans;

namespace Scanner.Tests.Check.Drift.Declared;

/// <summary>Who else decides what a resource is like, as far as it says so.</summary>
public sealed class OwnersTests
{
    [Theory]
    [InlineData("annotations", "meta.helm.sh/release-name", "wb", "Helm release wb")]
    [InlineData("annotations", "argocd.argoproj.io/tracking-id", "app:apps/Deployment:posit/wb", "Argo CD application app")]
    [InlineData("labels", "argocd.argoproj.io/instance", "app", "Argo CD application app")]
    [InlineData("labels", "kustomize.toolkit.fluxcd.io/name", "apps", "Flux Kustomization apps")]
    [InlineData("labels", "helm.toolkit.fluxcd.io/name", "wb", "Flux HelmRelease wb")]
    [InlineData("tags", "aws:cloudformation:stack-name", "network", "CloudFormation stack network")]
    [InlineData("tags", "ingress.k8s.aws/stack", "posit/wb", "AWS Load Balancer Controller, for the Ingress posit/wb")]
    [InlineData("tags", "Name", "mine", null)]
    public void Says_who(string property, string name, string value, string? expected) =>
        Assert.Equal(expected, Owners.Of([Seen("TargetGroup", "tg", "tg", (property, new Dictionary<string, string> { [name] = value }))]));

    [Theory]
    [InlineData("parallelcluster/pwb/login/a", "ParallelCluster pwb"), InlineData("cloudformation/net/Sg", "CloudFormation stack net"), InlineData("tg", null)]
    public void A_key_may_say_it_too(string key, string? expected) => Assert.Equal(expected, Owners.Of([Seen("NodeGroup", "g", key)]));

    [Fact]
    public void Tags_that_were_refused_say_nothing() => Assert.Null(Owners.Of([Seen("TargetGroup", "tg", "tg", ("tags", Denied("TargetGroup", "x")))]));
}
