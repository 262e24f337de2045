using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

/// <summary>What each collector makes of its recorded answers.</summary>
public sealed class CollectedFactsTests(GoodScan good) : IClassFixture<GoodScan>
{
    private Snapshot Snapshot => good.Snapshot;

    [Fact]
    public void Vpc() => Assert.Equal("10.20.0.0/16", Snapshot.Of<Vpc>("vpc-0a1b2c3d4e5f60718").Cidrs.Value.ToString());

    [Fact]
    public void Subnet()
    {
        var subnet = Snapshot.Of<Subnet>(GoodScan.PrivateA);
        Assert.Equal("us-east-1a", subnet.AvailabilityZone.Value);
        Assert.Equal("10.20.16.0/20", subnet.Cidr.Value.ToString());
        Assert.True(subnet.MapsPublicIp.IsFalse);
    }

    [Fact]
    public void Route_table()
    {
        Assert.True(Snapshot.Of<RouteTable>("rtb-0aa11111111111111").IsMain.IsTrue);
        var table = Snapshot.Of<RouteTable>("rtb-0bb22222222222222");
        Assert.True(table.IsMain.IsFalse);
        Assert.Equal([RouteTargetKind.Local, RouteTargetKind.InternetGateway], table.Routes.Value.Select(r => r.TargetKind));
        Assert.Equal(2, table.Subnets.Value.Count);
    }

    [Fact]
    public void Network_acl() => Assert.Equal([true, false, true, false], Snapshot.Of<NetworkAcl>("acl-0a1b2c3d4e5f60718").Entries.Value.Select(e => e.Allows));

    [Fact]
    public void Security_group()
    {
        var group = Snapshot.Of<SecurityGroup>("sg-70670000000000001");
        Assert.Equal(new SecurityGroupRule("tcp", 5432, 5432, PeerKind.SecurityGroup, GoodScan.LoginSecurityGroup, "123456789012"), Assert.Single(group.Ingress.Value));
        Assert.Equal(new SecurityGroupRule("-1", null, null, PeerKind.Cidr, "0.0.0.0/0", null), Assert.Single(group.Egress.Value));
    }

    [Fact]
    public void Network_interface()
    {
        var card = Snapshot.Of<NetworkInterface>("eni-0a1b0000000000001");
        Assert.Equal("203.0.113.10", card.PublicIp.Value);
        Assert.Equal("amazon-elb", card.Requester.Value);
        Assert.Null(card.Instance.Value);
        Assert.Equal("i-0bbb0000000000001", Snapshot.Of<NetworkInterface>("eni-0bbb0000000000001").Instance.Value!.Value.Id);
    }

    [Fact]
    public void Instance()
    {
        var node = Snapshot.Of<ComputeInstance>("i-0bbb0000000000001");
        Assert.Equal("parallelcluster/pwb/login/login/node", node.Key);
        Assert.Equal(NodeRole.Login, node.Role.Value);
        Assert.Equal("login", node.Pool.Value);
        Assert.Equal(GoodScan.Cluster, node.Cluster.Value!.Value.Id);
        Assert.Equal("running", node.State.Value);
        Assert.Equal(["10.20.16.21"], node.PrivateIps.Value);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 6, 0, TimeSpan.Zero), node.LaunchedAt.Value);
        Assert.Equal([new(GoodScan.LoginSecurityGroup)], node.SecurityGroups.Value);
    }

    [Fact]
    public void Login_pool()
    {
        var group = Snapshot.Of<NodeGroup>($"{GoodScan.Cluster}/login/login");
        Assert.Equal("parallelcluster/pwb/login/login", group.Key);
        Assert.Equal((2, 2, 2), (group.Min.Value, group.Max.Value, group.Desired.Value));
        Assert.Equal([new(GoodScan.Ssh), new(GoodScan.Workbench)], group.TargetGroups.Value);
        Assert.Equal([new("i-0bbb0000000000001"), new("i-0bbb0000000000002")], group.Instances.Value);
        Assert.Equal([new(GoodScan.LoginSecurityGroup)], group.SecurityGroups.Value);
        Assert.Equal(["m6i.4xlarge"], group.InstanceTypes.Value);
    }

    [Fact]
    public void Queue_without_a_node()
    {
        var group = Snapshot.Of<NodeGroup>($"{GoodScan.Cluster}/queue/gpu/g5");
        Assert.Equal(Provisioner.ParallelClusterQueue, group.Provisioner.Value);
        Assert.Equal((0, 4), (group.Min.Value, group.Max.Value));
        Assert.Equal([new(GoodScan.PrivateA)], group.Subnets.Value);
        Assert.Equal([new("sg-636f6d70750000001")], group.SecurityGroups.Value);
    }

    [Fact]
    public void Head_node() => Assert.Equal([new("i-0aaa0000000000001")], Snapshot.Of<NodeGroup>($"{GoodScan.Cluster}/head").Instances.Value);

    [Fact]
    public void Application_load_balancer()
    {
        var balancer = Snapshot.Of<LoadBalancer>(GoodScan.Alb);
        Assert.Equal("loadbalancer/app/pwb-workbench", balancer.Key);
        Assert.Equal(LoadBalancerType.Application, balancer.Type.Value);
        Assert.Equal([443, 80], balancer.Listeners.Value.Select(l => l.Port));
        Assert.Equal(new Forward(new(GoodScan.Workbench), 1, false), Assert.Single(balancer.Listeners.Value[0].Forwards));
        Assert.Empty(balancer.Listeners.Value[1].Forwards);
        Assert.All(balancer.ListenerRules.Value, rule => Assert.True(rule.IsDefault));
    }

    [Fact]
    public void Network_load_balancer_has_its_default_actions_for_rules()
    {
        var balancer = Snapshot.Of<LoadBalancer>(GoodScan.Nlb);
        Assert.Equal(new Forward(new(GoodScan.Ssh), null, false), Assert.Single(Assert.Single(balancer.ListenerRules.Value).Forwards));
        Assert.Equal("login", balancer.Tags.Value["parallelcluster:login-nodes-pool"]);
    }

    [Fact]
    public void Target_group()
    {
        var group = Snapshot.Of<TargetGroup>(GoodScan.Workbench);
        Assert.True(group.IsStickinessEnabled.IsTrue);
        Assert.Equal(("lb_cookie", 86400), (group.StickinessType.Value, group.StickinessSeconds.Value));
        Assert.Equal([new("i-0bbb0000000000001", 8787, "healthy", null), new("i-0bbb0000000000002", 8787, "healthy", null)], group.Targets.Value);
        Assert.Null(Snapshot.Of<TargetGroup>(GoodScan.Ssh).StickinessSeconds.Value);
    }

    [Fact]
    public void Database_instance()
    {
        var database = Snapshot.Of<Database>("arn:aws:rds:us-east-1:123456789012:db:pwb-metadata");
        Assert.Equal((DatabaseEngine.Postgres, DatabaseForm.Instance, 5432), (database.Engine.Value, database.Form.Value, database.Port.Value));
        Assert.Equal(["us-east-1a", "us-east-1b"], database.AvailabilityZones.Value);
        Assert.True(database.IsMultiAz.IsTrue);
        Assert.Null(database.ReplicaOf.Value);
    }

    [Fact]
    public void Aurora_cluster_is_where_its_members_are()
    {
        var database = Snapshot.Of<Database>("arn:aws:rds:us-east-1:123456789012:cluster:pwb-accounting");
        Assert.Equal((DatabaseEngine.MySql, DatabaseForm.Aurora), (database.Engine.Value, database.Form.Value));
        Assert.Equal(["us-east-1a", "us-east-1b"], database.AvailabilityZones.Value);
        Assert.Equal(2, database.Subnets.Value.Count);
        Assert.Equal("vpc-0a1b2c3d4e5f60718", database.Vpc.Value!.Value.Id);
        Assert.Equal(DatabaseForm.Member, Snapshot.Of<Database>("arn:aws:rds:us-east-1:123456789012:db:pwb-accounting-1").Form.Value);
    }

    [Fact]
    public void Lustre()
    {
        var system = Snapshot.Of<FileSystem>("fs-0123456789abcdef0");
        Assert.Equal((FileSystemType.Lustre, "PERSISTENT_2", 4800), (system.Type.Value, system.DeploymentType.Value, system.CapacityGiB.Value));
        Assert.Equal([new("eni-0f5a0000000000001")], system.NetworkInterfaces.Value);
    }

    [Fact]
    public void Efs_has_the_network_of_its_mount_targets()
    {
        var system = Snapshot.Of<FileSystem>("fs-0fedcba9876543210");
        Assert.Equal("fs-0fedcba9876543210.efs.us-east-1.amazonaws.com", system.DnsName.Value);
        Assert.Equal(2, system.Subnets.Value.Count);
        Assert.Equal([new("sg-65667300000000001")], system.SecurityGroups.Value);
    }

    [Fact]
    public void Cluster()
    {
        var cluster = Snapshot.Of<Cluster>(GoodScan.Cluster);
        Assert.Equal(("3.12.0", "slurm", "CREATE_COMPLETE"), (cluster.Version.Value.ToString(), cluster.Scheduler.Value, cluster.Status.Value));
        Assert.Equal(["Efs fs-0fedcba9876543210 at /opt/rstudio", "FsxLustre fs-0123456789abcdef0 at /home"], cluster.SharedStorage.Value.Select(s => s.ToString()));
        Assert.Equal(["cpu", "gpu"], cluster.Queues.Value);
        Assert.Equal(("login", 2), (cluster.LoginPools.Value[0].Name, cluster.LoginPools.Value[0].Count));
        Assert.Equal("pwb-accounting.cluster-c9x8y7z6w5v4.us-east-1.rds.amazonaws.com", cluster.Accounting.Value!.Host);
        Assert.True(cluster.UsesExternalSlurmdbd.IsFalse && cluster.HasCustomActions.IsFalse && cluster.HasCustomAmi.IsTrue);
    }

    [Theory]
    [InlineData("head", FileSystemType.Lustre)]
    [InlineData("login/login", FileSystemType.Lustre)]
    [InlineData("queue/cpu/c6i", FileSystemType.Lustre)]
    [InlineData("queue/gpu/g5", FileSystemType.Lustre)]
    public void Mounts_of_a_node_group(string group, FileSystemType home) => Assert.Equal(
        [new("/home", home, "fs-0123456789abcdef0"), new("/opt/parallelcluster/init_shared", FileSystemType.Efs, "fs-0c1d2e3f405162738"), new("/opt/rstudio", FileSystemType.Efs, "fs-0fedcba9876543210")],
        Snapshot.Of<NodeGroup>($"{GoodScan.Cluster}/{group}").Mounts.Value);

    [Theory]
    [InlineData("TUlNRS1WZXJzaW9u")]
    [InlineData("Q29udGVudC1UeXBl")]
    [InlineData("never-to-be-kept")]
    [InlineData("cfn-init")]
    public void User_data_is_not_kept(string canary) => Assert.DoesNotContain(canary, Snapshot.Text(), StringComparison.Ordinal);

    [Fact]
    public void Nothing_claims_to_have_looked_at_eks() => Assert.DoesNotContain(Snapshot.Coverage, c => c.Action.StartsWith("eks:", StringComparison.Ordinal));
}
