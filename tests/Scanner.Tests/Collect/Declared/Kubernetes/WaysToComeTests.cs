using Scanner.Collect.Declared;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Declared.Kubernetes;

/// <summary>A change of an Ingress, over the load balancer that its controller made of the old one.</summary>
public sealed class WaysToComeTests
{
    private const string Key = "Ingress/ingresses.networking.k8s.io/posit/workbench";
    private const string Sticky = "stickiness.enabled=true";

    [Theory]
    [InlineData(Sticky, true, "a note")]
    [InlineData("stickiness.enabled=false", false, "a note")]
    [InlineData(Sticky, true, "another note")]
    [InlineData(null, false, "a note")]
    public void What_the_controller_makes_of_another_Ingress_is_not_known(string? attributes, bool isKnown, string note)
    {
        var graph = new ResourceGraph(Overlay.Lay(Live(), Change(Ingress(attributes, note)), isPreview: true));

        Assert.Equal(isKnown, graph.Find<TargetGroup>("tg")!.IsStickinessEnabled.IsTrue);
        Assert.Equal(!isKnown, graph.Find<TargetGroup>("tg")!.IsStickinessEnabled.IsUnknown);
        Assert.True(graph.Find<TargetGroup>("other")!.IsStickinessEnabled.IsTrue);
    }

    [Theory, InlineData("Helm values", true), InlineData("Kubernetes manifests", false)]
    public void Values_without_an_Ingress_take_it_away_and_manifests_without_one_say_nothing(string format, bool isOpen)
    {
        var graph = new ResourceGraph(Overlay.Lay(Live(), Change(Server(), format), isPreview: true));

        Assert.Equal(isOpen, graph.Find<TargetGroup>("tg")!.IsStickinessEnabled.IsUnknown);
        Assert.Equal(isOpen, !graph.Find<Ingress>("live/ingress")!.Backends.IsKnown);
    }

    [Fact]
    public void What_may_have_been_made_of_it_is_not_known_either()
    {
        var untagged = new TargetGroup { Id = "untagged", IsStickinessEnabled = true };
        var seen = Build("aws/1/r", Plane.Live, "test", untagged, Ingress(Sticky, "a note", "live/ingress"));

        Assert.True(new ResourceGraph(Overlay.Lay(seen, Change(Ingress("stickiness.enabled=false", "a note")), isPreview: true)).Find<TargetGroup>("untagged")!.IsStickinessEnabled.IsUnknown);
    }

    [Fact]
    public void Beside_what_is_live_nothing_changes()
    {
        var graph = new ResourceGraph(Overlay.Lay(Live(), Change(Ingress("stickiness.enabled=false", "a note")), isPreview: false));

        Assert.True(graph.Find<TargetGroup>("tg")!.IsStickinessEnabled.IsTrue);
    }

    private static Snapshot Live() => Build("aws/1/r", Plane.Live, "test",
        Made("tg", "posit/workbench"), Made("other", "posit/another"), Ingress(Sticky, "a note", "live/ingress"), Server("live/server"));

    private static DeclaredState Change(Resource resource, string format = "Helm values") => new("t", Build("aws/declared/t", Plane.Declared, format, resource), []);

    private static TargetGroup Made(string id, string stack) => new() { Id = id, Tags = new StringMap([new("ingress.k8s.aws/stack", stack)]), IsStickinessEnabled = true };

    private static Ingress Ingress(string? attributes, string note, string id = "declared/ingress") => new()
    {
        Id = id, Key = Key, ClassName = "alb", Hosts = new Items<string>(["workbench.example.com"]),
        Annotations = new StringMap([new("note", note), .. attributes is null ? [] : new KeyValuePair<string, string>[] { new("alb.ingress.kubernetes.io/target-group-attributes", attributes) }]),
        Backends = new Items<IngressBackend>([]),
    };

    private static Workload Server(string id = "declared/server") => new() { Id = id, Key = "Workload/posit/Deployment/workbench", Replicas = 2 };

    private static Snapshot Build(string scope, Plane plane, string action, params Resource[] resources)
    {
        var builder = new SnapshotBuilder();
        foreach (var resource in resources) builder.Observe(new(plane, scope, action, default), resource);
        return builder.Build(new(Header.CurrentSchema, "test", default, default, [new ScanTarget("t", [scope], null)]));
    }
}
