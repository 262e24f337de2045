using Scanner.Model;
using Scanner.Model.Snapshots;
using static Scanner.Tests.Check.Drift.Declared.DeclaredScans;
using static Scanner.Tests.Check.Drift.Scans;

namespace Scanner.Tests.Check.Drift.Declared;

/// <summary>What is declared and was not seen is not there only where the scan would have seen it.</summary>
public sealed class AbsenceTests
{
    private const string Cluster = "k8s/prod";

    [Fact]
    public void What_a_cluster_surely_lacks_is_not_there()
    {
        var conflict = Assert.Single(Find(Laid(gap: null)).Conflicts);
        Assert.Equal("Ingress Ingress/posit/wb : 1 ≠ -", Line(conflict).Split(" at ")[0]);
        Assert.Equal(("count", 1), (conflict.PathText, conflict.Place!.Line));
    }

    [Fact]
    public void What_could_not_be_listed_may_be_there()
    {
        var drift = Find(Laid(new(Cluster, "Ingress", "list ingresses", GapCause.Denied, "no", new(RemedyKind.Permission, "list ingresses"))));
        Assert.Empty(drift.Conflicts);
        Assert.Equal(("list ingresses", true), (Assert.Single(drift.Undecided).Current!.Action, drift.LacksSight));
    }

    [Fact]
    public void Of_two_clusters_nobody_knows_which_is_meant()
    {
        var laid = Laid(gap: null);
        Assert.Empty(Find(laid with { Coverage = [.. laid.Coverage, new("Ingress", "k8s/other", "list ingresses", null)] }).Conflicts);
    }

    [Fact]
    public void An_AWS_resource_may_be_in_another_region()
    {
        var declared = Said("Database", "arn:db", ("port", 5432)) with { Evidence = new(Plane.Declared, "aws/declared/t", Format, default) };
        var scan = Of(Seen("Subnet", "s", "s", ("cidr", "10.0.0.0/24")));
        var drift = Find(With(scan with { Coverage = [.. scan.Coverage, new("Database", Scope, "rds:DescribeDBInstances", null)] }, [declared]));
        Assert.Empty(drift.Conflicts);
        Assert.Equal((GapCause.Undecidable, false), (Assert.Single(drift.Undecided).Current!.Cause, drift.LacksSight));
    }

    [Fact]
    public void Files_of_which_nothing_is_there_may_be_about_something_else() => Assert.Empty(Find(Laid(gap: null, "Kubernetes manifests")).Conflicts);

    private static Snapshot Laid(Gap? gap, string format = Format)
    {
        var declared = Said("Ingress", "Ingress/posit/wb", ("className", "alb")) with { Evidence = new(Plane.Declared, "k8s/declared/t", Format, default) };
        var scan = Of(Seen("KubeService", "svc", "svc", Plane.Live, "list services") with { Evidence = new(Plane.Live, Cluster, "list services", default) });
        return With(scan with { Coverage = [new("Ingress", Cluster, "list ingresses", gap)] }, [declared, Seen("KubeService", "svc", "svc", Plane.Declared, format)]);
    }
}
