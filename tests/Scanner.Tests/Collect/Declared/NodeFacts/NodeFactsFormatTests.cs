using Scanner.Collect.Declared.NodeFacts;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Declared.NodeFacts;

/// <summary>What hosts say becomes facts of the instances that they are; what they do not say is a gap that asks for it.</summary>
public sealed class NodeFactsFormatTests
{
    private const string Login = "i-0a1b2c3d4e5f60718";

    [Fact]
    public async Task A_host_is_the_instance_whose_id_it_knows()
    {
        var host = (await Cluster()).Graph.Find<ComputeInstance>(Login)!;
        Assert.Equal((Login, "ubuntu2204"), (host.Key, host.OperatingSystem.Value));
        Assert.True(host.HasWorkbench.IsTrue && host.HasSessionComponents.IsTrue && host.ReachesSlurmController.IsTrue && host.RunsSlurmController.IsFalse && host.UsesSssd.IsTrue);
        Assert.Equal("4.4.3, 4.3.1", host.RVersions.Value.ToString());
        Assert.Equal("23.11.10", host.SlurmVersion.Value);
        Assert.Equal(120, host.UsersCounted.Value);
        Assert.Equal(new DirectoryAcl("/home/rstudio/shared-storage", true), Assert.Single(host.Acls.Value.AsEnumerable()));
        Assert.Equal(
            [new("/home", "10.0.1.5@tcp:/abcdef01", "lustre", ["rw", "noatime", "flock"], null), new("/opt/rstudio", "fs-0123456789abcdef0.efs.us-east-1.amazonaws.com:/", "nfs4", ["rw", "vers=4.1"], "fs-0123456789abcdef0")],
            host.Mounts.Value.AsEnumerable());
    }

    [Fact]
    public async Task Facts_are_of_the_probe_and_keep_their_own_time()
    {
        var host = (await Cluster()).Graph.Find<ComputeInstance>(Login)!;
        var evidence = Assert.IsType<Evidence>(host.RVersions.Source);
        Assert.Equal((Plane.Probe, "node facts", "nodefacts-cluster/login-1.json:1:1", new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero)), (evidence.Plane, evidence.Action, evidence.Locator, evidence.At));
    }

    [Fact]
    public async Task Its_Workbench_runs_on_it()
    {
        var server = (await Cluster()).Sole<WorkbenchServer>();
        Assert.Equal(Login, server.Host.Value!.Value.Id);
        Assert.Equal(("2026.08.1+195.pro1", "/opt/rstudio"), (server.Version.Value, server.ConfigurationDirectory.Value));
        Assert.True(server.IsServerActive.IsTrue && server.IsServerEnabled.IsTrue && server.IsLauncherActive.IsTrue);
        Assert.Equal("RSTUDIO_CONFIG_DIR=/opt/rstudio", server.ServerEnvironment.Value.ToString());
        Assert.Equal(0, server.LauncherEnvironment.Value.Count);
        Assert.Equal("node facts of login-1", server.IsLauncherEnabled.Gap.Remedy.ToString());
        Assert.True(server.IsOn("rserver.conf", "load-balancing-enabled").IsTrue);
        Assert.True(server.IsOn("vscode.conf", "enabled").IsFalse);
        Assert.Equal("database.conf could not be read on login-1: run the probe with more rights", server.Setting("database.conf", "provider").Gap!.Detail);
        Assert.Equal("jupyter.conf:1: neither key=value, section nor comment", server.Setting("jupyter.conf", "labs-enabled").Gap!.Detail);
    }

    [Fact]
    public async Task What_is_null_or_absent_is_a_gap()
    {
        var graph = (await Cluster()).Graph;
        var (bare, silent) = (graph.Find<ComputeInstance>("probe://compute-1")!, graph.Find<ComputeInstance>("i-0a1b2c3d4e5f60719")!);
        Assert.Equal("compute-1", bare.Label);
        Assert.True(bare.HasWorkbench.IsFalse && bare.HasSessionComponents.IsFalse && bare.HasSlurmClient.IsFalse);
        Assert.True(bare.RVersions.Value.IsEmpty);
        Assert.Null(bare.SessionComponentsPath.Value);
        Assert.Null(bare.SlurmVersion.Value);
        Assert.Equal("node facts of compute-1", bare.Mounts.Gap!.Remedy.ToString());
        Assert.Equal("node facts of compute-1", bare.ReachesSlurmController.Gap.Remedy.ToString());
        Assert.Equal("node facts of compute-2", silent.HasWorkbench.Gap.Remedy.ToString());
        Assert.Equal("node facts of compute-2", silent.RVersions.Gap!.Remedy.ToString());
    }

    [Fact]
    public async Task No_host_that_was_not_asked_is_thought_to_be_absent()
    {
        var environment = (await Cluster()).Environment();
        Assert.Equal(GapCause.NotAsked, environment.Of<ComputeInstance>().Unlisted!.Cause);
        Assert.Equal(RemedyKind.Probe, environment.Of<WorkbenchServer>().Unlisted!.Remedy.Kind);
    }

    [Fact]
    public async Task The_live_account_keeps_key_and_scope_of_its_instance()
    {
        var live = new SnapshotBuilder();
        live.Observe(new(Plane.Live, "aws/1/us-east-1", "ec2:DescribeInstances", ReadFiles.At), new ComputeInstance { Id = Login, Key = "parallelcluster/pwb/login/a/node", State = "running" });
        await new NodeFactsFormat().Read([ReadFiles.Fixture("nodefacts-cluster")], new("test", "pwb", ReadFiles.At), new(live), TestContext.Current.CancellationToken);
        var host = new ResourceGraph(live.Build(new(Header.CurrentSchema, "test", ReadFiles.At, ReadFiles.At, []))).Find<ComputeInstance>(Login)!;
        Assert.Equal(("parallelcluster/pwb/login/a/node", "aws/1/us-east-1", "running", "4.4.3, 4.3.1"), (host.Key, host.Scope, host.State.Value, host.RVersions.Value.ToString()));
    }

    [Fact]
    public void What_nobody_probed_asks_for_node_facts()
    {
        var live = new SnapshotBuilder();
        live.Observe(new(Plane.Live, "aws/1/us-east-1", "ec2:DescribeInstances", ReadFiles.At), new ComputeInstance { Id = Login, State = "running" });
        var host = new ResourceGraph(live.Build(new(Header.CurrentSchema, "test", ReadFiles.At, ReadFiles.At, []))).Find<ComputeInstance>(Login)!;
        Assert.Equal($"node facts of {Login}", host.RVersions.Gap!.Remedy.ToString());
        Assert.Equal(RemedyKind.Flag, host.ImageId.Gap!.Remedy.Kind);
    }

    [Fact]
    public async Task Nothing_of_a_secret_is_kept() => Assert.DoesNotContain("canary", await (await Cluster()).Text(), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData(true, "nodefacts-cluster")]
    [InlineData(true, "nodefacts-cluster", "others.jsonl")]
    [InlineData(false, "workbench-slurm")]
    [InlineData(false, "workbench-slurm", "rserver.conf")]
    public void It_knows_its_own(bool its, params string[] parts) => Assert.Equal(its, new NodeFactsFormat().Recognizes(ReadFiles.Fixture(parts)));

    [Theory]
    [InlineData("https://bob:canary@dav.example.com/x", "https://dav.example.com/x")]
    [InlineData("fs-0123456789abcdef0.fsx.us-east-1.amazonaws.com@tcp:/abcdef01", "fs-0123456789abcdef0.fsx.us-east-1.amazonaws.com@tcp:/abcdef01")]
    [InlineData("10.0.1.5@tcp:/abcdef01", "10.0.1.5@tcp:/abcdef01")]
    [InlineData("/dev/nvme0n1p1", "/dev/nvme0n1p1")]
    public void Sources_of_mounts(string source, string kept) => Assert.Equal(kept, MountSource.Harmless(source));

    private static Task<ReadFiles> Cluster() => ReadFiles.Of(new NodeFactsFormat(), ReadFiles.Fixture("nodefacts-cluster"));
}
