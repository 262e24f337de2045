using Scanner.Collect.Declared;
using Scanner.Collect.Declared.Kubernetes;
using Scanner.Model;
using Scanner.Tests.Collect.Declared.Kubernetes;

namespace Scanner.Tests.Collect.Declared.Helm;

public sealed class InlineReleaseTests
{
    private const string Argo = "eks-argo/application.yaml";
    private const string Flux = "eks-flux/release.yaml";
    private const string Server = "Workload/posit/Deployment/rstudio-workbench";

    private static readonly ManifestFormat s_format = new();

    [Fact]
    public async Task Application_of_argo_carries_values_in_a_text()
    {
        var files = await GivenFiles.Read(s_format, GivenFiles.Scope, Argo);
        var server = files.Find<Workload>("posit/Deployment/rstudio-workbench");
        Assert.Equal((1, "core"), (server.Replicas.Value, server.Placement.Value.NodeSelector["eks.amazonaws.com/nodegroup"]));
        Assert.Equal("rstudio-workbench-home-storage", server.Volumes.Value.AsEnumerable().Single(v => v.Name == "rstudio-home-storage").Claim);
        Assert.Equal("posit/workbench:2026.08.1-ubuntu-24.04", server.Containers.Value[0].Image);
        Assert.Equal($"{Argo}:19:21", files.At(Server, "replicas"));
        Assert.Equal($"{Argo}:22:15", files.At(Server, "files[launcher.conf]"));
    }

    [Fact]
    public async Task Release_of_flux_says_nothing_of_what_other_values_may_say()
    {
        var files = await GivenFiles.Read(s_format, GivenFiles.Scope, Flux);
        var server = files.Find<Workload>("posit/Deployment/rstudio-workbench");
        Assert.Equal((1, $"{Flux}:21:15"), (server.Replicas.Value, files.At(Server, "replicas")));
        Assert.Equal((GapCause.NotAsked, "hand over what spec.valuesFrom names as Helm values"), (server.Placement.Gap!.Cause, server.Placement.Gap.Remedy.What));
        Assert.All(files.Find<ConfigMap>("posit/rstudio-workbench-config").Files.Value.AsEnumerable(), f => Assert.NotNull(f.Problem));
    }

    [Theory]
    [InlineData("chart: other", "{}")]
    [InlineData("path: charts/other", "{}")]
    public async Task Other_charts_are_no_releases(string chart, string helm)
    {
        var files = await GivenFiles.ReadText(s_format, Application(chart, helm));
        Assert.DoesNotContain(files.Snapshot.Observations, o => o.Kind == nameof(Workload));
        Assert.Contains(files.Unknown, u => u.Contains("Application", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{valuesObject: {replicas: 4}, values: 'replicas: 2'}", 4)]
    [InlineData("{values: 'replicas: 2', parameters: [{name: replicas, value: '5'}]}", 5)]
    [InlineData("{values: \"replicas: 2\"}", 2)]
    [InlineData("{parameters: [{name: replicas, value: '{{n}}'}]}", null)]
    [InlineData("{valueFiles: [a.yaml]}", null)]
    [InlineData("{valueFiles: [a.yaml], valuesObject: {replicas: 2}}", 2)]
    public async Task Nearer_values_lie_over_farther_ones(string helm, int? replicas)
    {
        var files = await GivenFiles.ReadText(s_format, Application("path: charts/rstudio-workbench", helm));
        var fact = files.Find<Workload>("default/Deployment/a-rstudio-workbench").Replicas;
        Assert.Equal(replicas, fact.IsKnown ? fact.Value : null);
    }

    [Theory]
    [InlineData("{values: \"a: [\"}", "x.yaml:4:")]
    [InlineData("{values: \"- a\"}", "x.yaml:4:58: values that are no map")]
    [InlineData("\n      values: |\n        # fine\n        a: b: c", "x.yaml:9:")]
    public async Task Values_in_a_text_that_are_none_are_told_at_their_place(string helm, string place)
    {
        var block = $"apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    chart: rstudio-workbench\n    helm:{helm}";
        var told = await Assert.ThrowsAsync<DeclaredException>(() => GivenFiles.ReadText(s_format, helm[0] == '\n' ? block : Application("chart: rstudio-workbench", helm)));
        Assert.StartsWith(place, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_that_is_patched_after_rendering_is_not_read()
    {
        var files = await GivenFiles.ReadText(s_format,
            "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: a}\nspec: {chart: {spec: {chart: rstudio-workbench}}, postRenderers: [{kustomize: {}}], values: {replicas: 3}}");
        Assert.DoesNotContain(files.Snapshot.Observations, o => o.Kind == nameof(Workload));
        Assert.Single(files.Unknown);
    }

    private static string Application(string chart, string helm) =>
        $"apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {{name: a}}\nspec: {{source: {{{chart}, helm: {helm}}}}}";
}
