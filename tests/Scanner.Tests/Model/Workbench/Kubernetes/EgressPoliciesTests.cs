using Scanner.Model;
using Scanner.Tests.Model.Network;
using static Scanner.Tests.Model.Workbench.Kubernetes.SoundCluster;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

public sealed class EgressPoliciesTests
{
    private static readonly NetworkPolicyPort s_postgres = new("TCP", "5432", null);

    [Theory]
    [InlineData("10.0.9.0/24", "", true)]
    [InlineData("0.0.0.0/0", "10.0.9.0/24", false)]
    [InlineData("0.0.0.0/0", "10.0.0.0/8", false)]
    [InlineData("0.0.0.0/0", "10.0.1.0/24", true)]
    [InlineData("0.0.0.0/0", "10.0.9.0/28", null)]
    [InlineData("10.0.9.0/25", "", null)]
    [InlineData("10.0.1.0/24", "", false)]
    public void Block_admits_all_part_or_none_of_the_databases_addresses(string block, string except, bool? admits) =>
        AssertAllowed(admits, [new NetworkPolicyRule([new(block, except.Length == 0 ? [] : [except], null, null)], [s_postgres])]);

    [Theory]
    [InlineData("TCP", null, null, true)]
    [InlineData("TCP", "5432", null, true)]
    [InlineData("TCP", "5000", 6000, true)]
    [InlineData("TCP", "5000", 5400, false)]
    [InlineData("TCP", "5000", null, false)]
    [InlineData("TCP", "postgres", null, false)]
    [InlineData("UDP", "5432", null, false)]
    public void Port_is_admitted(string protocol, string? port, int? end, bool admits) => AssertAllowed(admits, [new NetworkPolicyRule([], [new(protocol, port, end)])]);

    [Fact]
    public void Rule_for_pods_admits_no_database() => AssertAllowed(false, [new NetworkPolicyRule([new(null, [], new(Map(), []), null)], [])]);

    [Fact]
    public void Rule_without_conditions_admits_everything() => AssertAllowed(true, [new NetworkPolicyRule([], [])]);

    [Fact]
    public void Policy_without_rules_denies_all() => AssertAllowed(false, []);

    [Theory]
    [InlineData("namespace", "other")]
    [InlineData("types", "Ingress")]
    [InlineData("pods", "x")]
    public void Policy_that_does_not_concern_the_pod_denies_nothing(string property, string value)
    {
        object other = property switch { "types" => Items.Create([value]), "pods" => new LabelSelector(Map(("app", value)), []), _ => value };
        Assert.True(Allowed(KubernetesWorld.Sound().With(KubernetesWorlds.Policy("k8s-deny")).Set("k8s-deny", property, other)).IsTrue);
    }

    [Fact]
    public void Policies_that_could_not_be_listed_leave_it_open() => Assert.True(Allowed(KubernetesWorld.Sound().Deny<NetworkPolicy>(KubernetesWorld.Cluster)).IsUnknown);

    [Fact]
    public void Database_without_a_subnet_that_was_seen_is_admitted_by_nobody()
    {
        var world = KubernetesWorld.Sound().With(KubernetesWorlds.Policy("k8s-p", new NetworkPolicyRule([new("0.0.0.0/0", [], null, null)], [])));
        Assert.False(Allowed(world.Set(SoundAccount.Database, "subnets", Items.Create<Ref<Subnet>>([]))).IsTrue);
    }

    [Fact]
    public void Subnet_that_has_ipv6_only_is_not_admitted_unseen()
    {
        var world = KubernetesWorld.Sound().With(KubernetesWorlds.Policy("k8s-p", new NetworkPolicyRule([new("0.0.0.0/0", [], null, null)], [])));
        Assert.True(Allowed(world.Set("subnet-db", "cidr", null).Set("subnet-db", "ipv6Cidrs", Items.Create([SpecText.Block("fd00::/64")]))).IsUnknown);
    }

    [Fact]
    public void Database_in_several_subnets_of_which_one_is_admitted_is_open()
    {
        var world = KubernetesWorld.Sound().With(KubernetesWorlds.Policy("k8s-p", new NetworkPolicyRule([new("10.0.9.0/24", [], null, null)], [])));
        Assert.True(Allowed(world.Set(SoundAccount.Database, "subnets", SoundAccount.Refs<Subnet>("subnet-a", "subnet-db"))).IsUnknown);
    }

    private static void AssertAllowed(bool? expected, NetworkPolicyRule[] rules)
    {
        var allowed = Allowed(KubernetesWorld.Sound().With(KubernetesWorlds.Policy("k8s-p", rules)));
        Assert.Equal(expected, allowed.IsUnknown ? null : allowed.IsTrue);
    }

    private static Truth Allowed(KubernetesWorld world)
    {
        var environment = world.Environment();
        return EgressPolicies.Allow(environment, environment.Of<Pod>().Members.Single(p => p.Item.Id == "k8s-wb-a").Item, environment.Of<Database>().Members.Single().Item);
    }
}
