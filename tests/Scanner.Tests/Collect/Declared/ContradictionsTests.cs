using Scanner.Collect.Declared;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Declared;

/// <summary>Two sorts of files about one thing.</summary>
public sealed class ContradictionsTests
{
    [Theory]
    [InlineData(3, 3, "Kubernetes manifests", true)]
    [InlineData(3, 1, "Kubernetes manifests", false)]
    [InlineData(3, 1, "Helm values", true)] // of one sort, its reader has decided
    public void What_they_say_differently_nobody_knows(int one, int other, string format, bool isKnown)
    {
        var notes = new List<string>();
        var opened = Contradictions.Opened(Said(("Helm values", "values.yaml:2:11", one), (format, "app.yaml:9:5", other)), [], notes);

        Assert.All(opened, o => Assert.Equal(isKnown, SeenFacts.Property(o, "replicas")!.Value.Gap is null));
        Assert.All(opened, o => Assert.Null(SeenFacts.Property(o, "kind")!.Value.Gap));
        Assert.Equal(isKnown ? [] : ["values.yaml:2:11 and app.yaml:9:5 say different things of Workload Workload/posit/Deployment/wb: replicas"], notes);
    }

    [Fact]
    public void What_is_only_named_contradicts_nobody() =>
        Assert.All(Contradictions.Opened(Said(("Helm values", "a", 1), ("Kubernetes manifests", "b", 2)), ["declared"], []), o => Assert.Null(SeenFacts.Property(o, "replicas")!.Value.Gap));

    private static IReadOnlyList<Observation> Said(params (string Format, string Place, int Replicas)[] all)
    {
        var builder = new SnapshotBuilder();
        foreach (var (format, place, replicas) in all)
            builder.Observe(new(Plane.Declared, "k8s/declared/t", format, default) { Locator = place }, new Workload { Id = "declared", Key = "Workload/posit/Deployment/wb", Kind = "Deployment", Replicas = replicas });
        return builder.Observations;
    }
}
