using Scanner.Model;

namespace Scanner.Tests.Check.Detection;

public sealed class HostEnvironmentsTests
{
    private static readonly (string, string) s_local = ("launcher.conf", "[cluster]\nname=Local\ntype=Local\n");
    private static readonly (string, string) s_first = ("database.conf", "provider=postgresql\nhost=db-1.example.com\n"), s_second = ("database.conf", "provider=postgresql\nhost=db-2.example.com\n");

    [Fact]
    public void Hosts_without_any_sign_of_workbench_are_no_environment() => Assert.Empty(HostWorld.InAccount().Instance("i-1").Instance("i-2").Bare("i-2").Environments());

    [Fact]
    public void Two_servers_that_keep_their_metadata_apart_by_mistake_are_one_installation() =>
        Assert.Equal(["i-1", "i-2"], Hosts(HostWorld.InAccount().Instance("i-1").Instance("i-2").Told("i-1", s_local).Told("i-2", s_local).Environments().Single()));

    [Fact]
    public void One_whose_database_is_not_known_is_of_the_others_installation() =>
        Assert.Equal(["i-1", "i-2"], Hosts(HostWorld.InAccount().Instance("i-1").Instance("i-2").Told("i-1", s_local, s_first).Told("i-2", s_local).Environments().Single()));

    [Fact]
    public void Servers_with_different_databases_are_different_installations()
    {
        var found = HostWorld.InAccount().Instance("i-1").Instance("i-2").Told("i-1", s_local, s_first).Told("i-2", s_local, s_second).Environments();
        Assert.Equal(["hosts/prod/db-1.example.com", "hosts/prod/db-2.example.com"], found.Select(e => e.Key));
        Assert.Equal([["i-1"], ["i-2"]], found.Select(Hosts));
        Assert.All(found, e => Assert.Single(e.Servers.Members));
    }

    [Fact]
    public void One_that_may_be_of_either_is_in_doubt_unless_a_load_balancer_serves_it_with_one()
    {
        var world = HostWorld.InAccount().Instance("i-1").Instance("i-2").Instance("i-3").Told("i-1", s_local, s_first).Told("i-2", s_local, s_second).Told("i-3", s_local);
        Assert.All(world.Environments(), e => Assert.Single(e.WorkbenchNodes().Members, m => m.Doubt is not null));
        Assert.Equal([[true, true], [true, false]], world.With(Serving("i-1", "i-3")).Environments().Select(e => e.WorkbenchNodes().Members.Select(m => m.Doubt is null).ToArray()));
    }

    [Fact]
    public void Nodes_of_a_cluster_are_its_own()
    {
        var world = HostWorld.InAccount().Instance("i-1", "parallelcluster://pwb").Told("i-1", s_local);
        Assert.Empty(world.Environments());
        Assert.Empty(world.Parameter("workbenchHosts", "i-1").Environments());
    }

    [Fact]
    public void Host_of_which_nobody_says_whether_it_is_of_a_cluster_is_none_of_ours()
    {
        var world = HostWorld.InAccount().Told("i-1", s_local).Deny("ec2:DescribeInstances");
        Assert.Empty(world.Environments());
        Assert.NotNull(world.Unlisted());
    }

    [Fact]
    public void Host_beside_a_cluster_that_aws_did_not_show_is_told()
    {
        var world = HostWorld.InAccount().Instance("i-1", "parallelcluster://pwb").With(new Cluster { Id = "parallelcluster://pwb", Key = "parallelcluster/pwb", Kind = ClusterKind.ParallelCluster }).Told("i-2", s_local);
        Assert.Equal("scan again with --keep-all", world.Unlisted()!.Remedy.What);
        Assert.DoesNotContain(world.Environments(), e => e.IsOnHosts);
    }

    [Fact]
    public void Target_of_a_load_balancer_beside_a_known_server_is_one_too()
    {
        var found = HostWorld.InAccount().Instance("i-1").Instance("i-2").Instance("i-3").Told("i-1", s_local).With(Serving("i-1", "i-2")).Environments().Single();
        Assert.Equal(["i-1", "i-2"], Hosts(found));
        Assert.NotNull(found.Servers.Unlisted);
    }

    [Fact]
    public void Others_that_may_run_workbench_too_leave_the_set_open_until_somebody_says()
    {
        var world = HostWorld.InAccount().Instance("i-1").Instance("i-2").Told("i-1", s_local);
        Assert.Equal("workbenchHosts", world.Environments().Single().WorkbenchHosts().Unlisted!.Remedy.What);
        Assert.Null(world.Bare("i-2").Environments().Single().WorkbenchHosts().Unlisted);
        Assert.Null(HostWorld.InAccount().Instance("i-1").Instance("i-2").Told("i-1", s_local).Parameter("workbenchHosts", "i-1").Environments().Single().WorkbenchHosts().Unlisted);
    }

    [Fact]
    public void Names_of_one_database_are_one_installation()
    {
        var database = new Database
        {
            Id = "db", Name = "db", Endpoints = (Items<string>)["db-1.example.com", "db-2.example.com"], ReaderEndpoints = (Items<string>)[], Form = DatabaseForm.Instance,
        };
        var world = HostWorld.InAccount().Instance("i-1").Instance("i-2").Told("i-1", s_local, s_first).Told("i-2", s_local, s_second).With(database);
        Assert.Equal(["i-1", "i-2"], Hosts(world.Environments().Single()));
    }

    [Theory]
    [InlineData("i-1,i-2")]
    [InlineData("Role=workbench")]
    public void User_names_hosts_by_id_and_by_tag(string named) =>
        Assert.Equal(["i-1", "i-2"], Hosts(HostWorld.InAccount().Instance("i-1").Instance("i-2").Parameter("workbenchHosts", named).Environments().Single()));

    [Fact]
    public void Host_that_the_user_names_and_nobody_saw_is_told()
    {
        var world = HostWorld.InAccount().Instance("i-1").Parameter("workbenchHosts", "i-1,i-9");
        Assert.Equal("workbenchHosts", world.Unlisted()!.Remedy.What);
        Assert.NotNull(world.Environments().Single().WorkbenchHosts().Unlisted);
    }

    [Fact]
    public void Stopped_server_is_of_the_installation_and_does_not_run()
    {
        var found = HostWorld.InAccount().Instance("i-1").Instance("i-2", state: "stopped").Parameter("workbenchHosts", "i-1,i-2").Environments().Single();
        Assert.Equal(2, found.WorkbenchNodes().Members.Count);
        Assert.Equal(["i-1"], found.WorkbenchHosts().Members.Select(m => m.Item.Id));
    }

    [Fact]
    public void Host_outside_aws_runs_where_it_told_of_itself()
    {
        var found = HostWorld.FilesAlone().Told("probe://wb-1", s_local).Parameter("workbenchHosts", "wb-1").Environments().Single();
        Assert.True((found.WorkbenchHosts().Count() == 1).IsTrue);
    }

    [Fact]
    public void Configuration_of_no_host_is_an_installation_whose_hosts_are_not_known()
    {
        var found = HostWorld.FilesAlone().Folder(s_local).Environments().Single();
        Assert.True((found.WorkbenchHosts().Count() >= 2).IsUnknown);
        Assert.Single(HostWorld.InAccount().Instance("i-1").Told("i-1", s_local).Folder(s_local).Environments());
    }

    [Fact]
    public void Slurm_nodes_are_known_where_every_host_told()
    {
        var world = HostWorld.InAccount().Instance("i-1").Instance("i-2").Instance("i-3").Told("i-1", s_local).Bare("i-2", hasSlurm: true);
        Assert.NotNull(world.Environments().Single().ComputeNodes().Unlisted);
        var whole = world.Bare("i-3").Environments().Single().ComputeNodes();
        Assert.Equal((null, "i-2"), (whole.Unlisted, whole.Members.Single().Item.Id));
    }

    private static string[] Hosts(Scanner.Model.Environment environment) => [.. environment.WorkbenchNodes().Members.Where(m => m.Doubt is null).Select(m => m.Item.Id)];

    private static TargetGroup Serving(params string[] hosts) => new()
    {
        Id = "tg", Name = "tg", Port = 8787, Targets = hosts.Select(h => new Target(h, 8787, "healthy", null)).ToItems(),
    };
}
