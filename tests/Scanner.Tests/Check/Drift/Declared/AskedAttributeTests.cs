using Scanner.Model;
using Scanner.Model.Snapshots;
using static Scanner.Tests.Check.Drift.Declared.DeclaredScans;
using static Scanner.Tests.Check.Drift.Scans;

namespace Scanner.Tests.Check.Drift.Declared;

/// <summary>What objects of a cluster ask of what controllers make for them.</summary>
public sealed class AskedAttributeTests
{
    private const string Annotation = "alb.ingress.kubernetes.io/target-group-attributes";
    private const string Ingress = "Ingress/ingresses.networking.k8s.io/posit/pwb";
    private const string Pool = "k8s://c/NodeGroup/nodepools/sessions";

    [Theory]
    [InlineData("stickiness.enabled=true,stickiness.lb_cookie.duration_seconds=86400", "")]
    [InlineData("stickiness.enabled=false", "TargetGroup tg isStickinessEnabled: false ≠ true at main.tf:2")]
    [InlineData("stickiness.lb_cookie.duration_seconds=60, stickiness.enabled=true", "TargetGroup tg stickinessSeconds: 60 ≠ 86400 at main.tf:2")]
    [InlineData("deregistration_delay.timeout_seconds=30,nonsense", "")]
    public void A_target_group_is_as_its_Ingress_asks(string asked, string conflict) =>
        Assert.Equal(conflict, string.Join('|', Find(With(Live("posit/pwb"), [Said(asked)])).Conflicts.Where(c => c.Resource.Kind == nameof(TargetGroup)).Select(Line)));

    [Fact]
    public void One_of_another_Ingress_is_not_meant() => Assert.DoesNotContain(Find(With(Live("posit/other"), [Said("stickiness.enabled=false")])).Conflicts, c => c.Resource.Kind == nameof(TargetGroup));

    [Fact]
    public void Where_a_Service_says_it_the_Ingress_does_not()
    {
        var live = Live("posit/pwb") is var scan ? scan with { Observations = [.. scan.Observations, Seen("KubeService", "KubeService/posit/pwb", "KubeService/posit/pwb", ("annotations", new Dictionary<string, string> { [Annotation] = "stickiness.enabled=true" }))] } : scan;
        Assert.DoesNotContain(Find(With(live, [Said("stickiness.enabled=false")])).Conflicts, c => c.Resource.Kind == nameof(TargetGroup));
    }

    [Fact]
    public void What_the_scan_was_refused_is_undecided()
    {
        var scan = Live("posit/pwb", Denied("TargetGroup", "elasticloadbalancing:DescribeTargetGroupAttributes"));
        var drift = Find(With(scan, [Said("stickiness.enabled=false")]));
        Assert.DoesNotContain(drift.Conflicts, c => c.Resource.Kind == nameof(TargetGroup));
        Assert.Equal("elasticloadbalancing:DescribeTargetGroupAttributes", Assert.Single(drift.Undecided, u => u.Resource.Kind == nameof(TargetGroup)).Current!.Action);
    }

    [Theory]
    [InlineData(false, ""), InlineData(true, "NodeClaim NodeClaim/sessions-1 isDrifted: false ≠ true at main.tf:1 by Karpenter")]
    public void Of_nodes_Karpenter_says_whether_they_are_as_their_pool(bool isDrifted, string conflict)
    {
        var scan = Of(Seen("NodeGroup", Pool, "nodepools/sessions", ("weight", 1)), Claim("sessions-1", "sessions", isDrifted), Claim("other-1", "other", true));
        var conflicts = Find(With(scan, [Seen("NodeGroup", Pool, "nodepools/sessions", Plane.Declared, Format, ("weight", 1))])).Conflicts;
        Assert.Equal(conflict, string.Join('|', conflicts.Select(c => $"{Line(c)} by {c.Owner}")));
    }

    private static Observation Said(string attributes) => DeclaredScans.Said("Ingress", Ingress, ("annotations", new Dictionary<string, string> { [Annotation] = attributes }));

    private static Observation Claim(string name, string pool, bool isDrifted) => Seen("NodeClaim", $"k8s://c/NodeClaim/{name}", $"NodeClaim/{name}", ("isDrifted", isDrifted), ("nodePool", pool));

    private static Snapshot Live(string stack, object? sticky = null) => Of(
        Seen("TargetGroup", "tg", "tg", ("isStickinessEnabled", sticky ?? true), ("stickinessSeconds", 86400), ("tags", new Dictionary<string, string> { ["ingress.k8s.aws/stack"] = stack })),
        Seen("Ingress", Ingress, Ingress, ("annotations", new Dictionary<string, string>())));
}
