using Scanner.Model;

namespace Scanner.Tests.Collect.Declared.Kubernetes;

/// <summary>Ways in that get another controller by a change, and volumes that it keeps for another claim.</summary>
public sealed class AddressesToComeTests
{
    [Theory, InlineData("nginx", true), InlineData("traefik", false), InlineData(null, false)]
    public void Ingress_of_another_class_has_no_address_that_anybody_has_seen(string? className, bool isKnown) =>
        Assert.Equal(isKnown, Laid.Over(Laid.Seen(Ingress("live", "nginx")), Ingress("declared", className)).Find<Ingress>("live")!.Hostnames.IsKnown);

    [Theory, InlineData("ClusterIP", true), InlineData("LoadBalancer", false)]
    public void Service_of_another_type_neither(string type, bool isKnown) =>
        Assert.Equal(isKnown, Laid.Over(Laid.Seen(Service("live", "ClusterIP")), Service("declared", type)).Find<KubeService>("live")!.Hostnames.IsKnown);

    [Theory]
    [InlineData("posit/home", true)]
    [InlineData("other/theirs", false)]
    [InlineData(null, true)]
    public void Claim_whose_volume_is_kept_for_another_is_bound_to_nobody_knows_what(string? kept, bool isKnown)
    {
        var live = new VolumeClaim { Id = "live", Key = "VolumeClaim/posit/home", Volume = new Ref<KubeVolume>("v"), Phase = "Bound" };
        var change = new KubeVolume { Id = "declared", Key = "KubeVolume/homes", Claim = kept is null ? new Fact<string?>(new Gap("", "KubeVolume", "f", GapCause.Hidden, "not said", new(RemedyKind.Flag, "look"))) : (string?)kept };

        var claim = Laid.Over(Laid.Seen(live, new KubeVolume { Id = "v", Key = "KubeVolume/homes", Claim = (string?)"posit/home" }), change).Find<VolumeClaim>("live")!;

        Assert.Equal((isKnown, isKnown), (claim.Phase.IsKnown, claim.Volume.IsKnown));
    }

    private static Ingress Ingress(string id, string? className) => new() { Id = id, Key = "Ingress/ingresses.networking.k8s.io/posit/workbench", ClassName = className, Hostnames = id == "live" ? new Items<string>(["a.example.com"]) : default(Fact<Items<string>>) };

    private static KubeService Service(string id, string type) => new() { Id = id, Key = "KubeService/posit/workbench", Type = type, Hostnames = id == "live" ? new Items<string>([]) : default(Fact<Items<string>>) };
}
