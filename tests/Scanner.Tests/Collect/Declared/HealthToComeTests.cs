using Scanner.Model;

namespace Scanner.Tests.Collect.Declared;

/// <summary>The health of targets under changes of the way to them.</summary>
public sealed class HealthToComeTests
{
    private static readonly SecurityGroupRule s_all = new("-1", null, null, PeerKind.Cidr, "0.0.0.0/0", null);

    [Fact]
    public void Health_is_not_known_where_the_way_is_another_and_what_is_registered_is()
    {
        var group = Laid.Over(World(), Hosts("sg-host", new SecurityGroupRule("tcp", 8788, 8788, PeerKind.SecurityGroup, "sg-balancer", null))).Find<TargetGroup>("tg")!;

        Assert.Equal((false, "i-1 8787"), (group.Targets.IsKnown, string.Join(' ', group.Registered.Value.AsEnumerable().Select(r => $"{r.Id} {r.Port}"))));
    }

    [Fact]
    public void Gap_says_which_way_is_another_and_where()
    {
        var gap = Laid.Over(World(), Hosts("sg-host")).Find<TargetGroup>("tg")!.Targets.Gap!;

        Assert.Equal("f.yaml:5:7: the change alters the way from lb to i-1:8787, and the health of the targets of tg is then known once it is applied", gap.Detail);
    }

    [Theory]
    [InlineData("/health-check", true)]
    [InlineData("/", false)]
    public void Another_health_check_has_not_been_asked(string path, bool isKnown)
    {
        var group = Laid.Over(World(), new TargetGroup { Id = "tg", Port = (int?)8787, HealthCheckPath = (string?)path }).Find<TargetGroup>("tg")!;

        Assert.Equal((isKnown, true), (group.Targets.IsKnown, group.Registered.IsKnown));
    }

    [Theory]
    [InlineData("8787", true)]
    [InlineData("9999", false)]
    public void Workbench_that_is_to_listen_elsewhere_answers_nobody_here(string port, bool isKnown)
    {
        var change = new WorkbenchServer { Id = "i-1/workbench", Host = (Ref<ComputeInstance>?)new("i-1"), HasEveryFile = Truth.Of(true, Evidence.Derived), Files = new Items<ConfigurationFile>([File(port)]) };

        Assert.Equal(isKnown, Laid.Over(World(), change).Find<TargetGroup>("tg")!.Targets.IsKnown);
    }

    private static ConfigurationFile File(string port) => new("rserver.conf", [new("", new StringMap([KeyValuePair.Create("www-port", port)]))], null);

    private static SecurityGroup Hosts(string id, params SecurityGroupRule[] rules) => new() { Id = id, Vpc = new Ref<Vpc>("vpc"), Ingress = rules.ToItems(), Egress = new Items<SecurityGroupRule>([s_all]) };

    private static Scanner.Model.Snapshots.Snapshot World() => Laid.Listed(
        Hosts("sg-host", new SecurityGroupRule("tcp", 8787, 8787, PeerKind.SecurityGroup, "sg-balancer", null)), Hosts("sg-balancer", s_all), Hosts("sg-other", s_all),
        new Subnet { Id = "subnet", Vpc = new Ref<Vpc>("vpc"), AvailabilityZone = "a", Cidr = Cidr.Parse("10.0.0.0/24")!.Value, Ipv6Cidrs = (Items<Cidr>)[] },
        new NetworkInterface { Id = "eni-1", Instance = (Ref<ComputeInstance>?)new("i-1"), Subnet = new Ref<Subnet>("subnet"), Vpc = new Ref<Vpc>("vpc"), SecurityGroups = new Items<Ref<SecurityGroup>>([new("sg-host")]), PrivateIps = (Items<string>)["10.0.0.9"], Ipv6Addresses = (Items<string>)[] },
        new ComputeInstance { Id = "i-1", Key = "i-1", NetworkInterfaces = new Items<Ref<NetworkInterface>>([new("eni-1")]), PrivateIps = (Items<string>)["10.0.0.9"], SecurityGroups = new Items<Ref<SecurityGroup>>([new("sg-host")]) },
        new LoadBalancer { Id = "lb", Key = "lb", Type = LoadBalancerType.Application, Scheme = "internal", Subnets = new Items<Ref<Subnet>>([new("subnet")]), SecurityGroups = new Items<Ref<SecurityGroup>>([new("sg-balancer")]) },
        new TargetGroup
        {
            Id = "tg", Key = "tg", Port = (int?)8787, HealthCheckPort = (string?)"traffic-port", HealthCheckPath = (string?)"/health-check", LoadBalancers = new Items<Ref<LoadBalancer>>([new("lb")]),
            Targets = new Items<Target>([new("i-1", 8787, "healthy", null)]),
        });
}
