using Scanner.Model.Findings;

namespace Scanner.Tests.Check.Detection;

public sealed class HostsDetectorTests
{
    private const string Local = "[cluster]\nname=Local\ntype=Local\n", Slurm = "[cluster]\nname=Slurm\ntype=slurm\n", Kubernetes = "[cluster]\nname=K\ntype=Kubernetes\n";

    [Theory]
    [InlineData(Local, "single-server", Confidence.Strong)]
    [InlineData("", "single-server", Confidence.Strong)]
    [InlineData(Slurm, "slurm", Confidence.Certain)]
    [InlineData(Local + Slurm, "slurm", Confidence.Certain)]
    [InlineData(Kubernetes, "external-resource-manager", Confidence.Certain)]
    [InlineData(Kubernetes + Slurm, "slurm", Confidence.Certain)]
    public void One_host_is_told_by_where_it_launches_sessions(string launcher, string architecture, Confidence confidence)
    {
        var detection = HostWorld.InAccount().Instance("i-1").Told("i-1", ("launcher.conf", launcher)).Detect();
        Assert.Equal([architecture], detection.Architectures);
        Assert.Equal(confidence, detection.Confidence);
    }

    [Theory]
    [InlineData(Local, "load-balanced")]
    [InlineData(Slurm, "slurm", "load-balanced")]
    [InlineData(Kubernetes, "external-resource-manager", "load-balanced")]
    public void Several_hosts_are_load_balanced(string launcher, params string[] architectures)
    {
        var detection = HostWorld.InAccount().Instance("i-1").Instance("i-2").Told("i-1", ("launcher.conf", launcher)).Told("i-2", ("launcher.conf", launcher)).Detect();
        Assert.Equal(architectures, detection.Architectures);
        Assert.Contains("no external load balancer serves them: single-node routing", detection.Signals.AsEnumerable());
    }

    [Fact]
    public void One_host_that_is_to_balance_load_lacks_another()
    {
        Assert.Equal(["load-balanced"], HostWorld.InAccount().Instance("i-1").Told("i-1", ("rserver.conf", "load-balancing-enabled=1\n")).Detect().Architectures);
        Assert.Equal(["load-balanced"], HostWorld.InAccount().Instance("i-1").Told("i-1", ("load-balancer", "balancer=sessions\n")).Detect().Architectures);
    }

    [Fact]
    public void Hosts_that_did_not_say_how_they_are_configured_leave_it_to_the_user()
    {
        var detection = HostWorld.InAccount().Instance("i-1").Instance("i-2").Parameter("workbenchHosts", "i-1,i-2").Detect();
        Assert.Empty(detection.Architectures);
        Assert.Equal("architecture", detection.Undecided!.Remedy.What);
    }

    [Fact]
    public void Files_alone_tell_where_sessions_run_and_not_how_many_servers_there_are()
    {
        Assert.Equal(["slurm"], HostWorld.FilesAlone().Folder(("launcher.conf", Slurm)).Detect().Architectures);
        Assert.Empty(HostWorld.FilesAlone().Folder(("launcher.conf", Local)).Detect().Architectures);
        Assert.Equal(["load-balanced"], HostWorld.FilesAlone().Folder(("launcher.conf", Local), ("rserver.conf", "load-balancing-enabled=1\n")).Detect().Architectures);
    }

    [Fact]
    public void Where_other_hosts_may_run_workbench_too_it_is_not_sure() =>
        Assert.Equal(Confidence.Low, HostWorld.InAccount().Instance("i-1").Instance("i-2").Told("i-1", ("launcher.conf", Local)).Detect().Confidence);
}
