using Scanner.Collect.Declared;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Declared;

/// <summary>Facts, files and attestations that are handed over again, over a snapshot that has older ones, or newer.</summary>
public sealed class RenewalTests
{
    private const string Place = "aws/1/r";
    private static readonly DateTimeOffset s_noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, false, false)]
    [InlineData(0, false, false)]
    [InlineData(-1, false, true)]
    [InlineData(-1, true, false)]
    public void Of_a_hosts_facts_the_newest_count_and_those_of_a_change_always(int hours, bool isPreview, bool isKept)
    {
        var handed = Facts(s_noon.AddHours(hours), Host([]));

        var graph = new ResourceGraph(Overlay.Lay(Facts(s_noon, Host([new("/home", "fs-1", "nfs4", [], "fs-1")]), Server()), new("t", handed, []), isPreview));

        Assert.Equal(isKept, graph.Find<ComputeInstance>("i-1")!.Mounts.Value.Count > 0);
        Assert.Equal(isKept, graph.Find<WorkbenchServer>("i-1/workbench") is not null);
    }

    [Fact]
    public void Facts_of_one_host_leave_those_of_another_alone()
    {
        var graph = new ResourceGraph(Overlay.Lay(Facts(s_noon, Server()), new("t", Facts(s_noon.AddHours(1), Host([], "i-2")), []), isPreview: false));

        Assert.NotNull(graph.Find<WorkbenchServer>("i-1/workbench"));
    }

    [Fact]
    public void What_a_file_says_now_counts_and_not_what_it_said_when_the_snapshot_was_taken()
    {
        Snapshot Attested(string rule) => Build(Plane.Parameter, s_noon, new Attestation { Id = "attestation://1", Rule = rule });

        var graph = new ResourceGraph(Overlay.Lay(Attested("GEN-012"), new("t", Attested("GEN-015"), []), isPreview: false));

        Assert.Equal("GEN-015", graph.Find<Attestation>("attestation://1")!.Rule.Value);
    }

    private static ComputeInstance Host(Items<HostMount> mounts, string id = "i-1") => new() { Id = id, Mounts = mounts };

    private static WorkbenchServer Server() => new() { Id = "i-1/workbench", IsServerActive = true };

    private static Snapshot Facts(DateTimeOffset at, params Resource[] resources) => Build(Plane.Probe, at, resources);

    private static Snapshot Build(Plane plane, DateTimeOffset at, params Resource[] resources)
    {
        var builder = new SnapshotBuilder();
        foreach (var resource in resources) builder.Observe(new(plane, Place, "node facts", at), resource);
        return builder.Build(new(Header.CurrentSchema, "test", default, default, [new ScanTarget("t", [Place], null)]));
    }
}
