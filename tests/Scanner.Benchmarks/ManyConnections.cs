using System.Globalization;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Environment = Scanner.Model.Environment;

namespace Scanner.Benchmarks;

/// <summary>Who reaches whom, of many hosts and databases.</summary>
internal static class ManyConnections
{
    private const string Scope = "aws/111111111111/eu-west-1";
    private const int Databases = 50, Subnets = 20, Groups = 25, Port = 5432;

    private static readonly Evidence s_evidence = new(Plane.Live, Scope, "ec2:Describe", default);

    public static async Task Measure(int hosts, TextWriter output)
    {
        foreach (var (name, value) in Compare(hosts)) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:F2}"));
    }

    /// <summary>Both ways of asking: milliseconds, and how many answers there are of each kind.</summary>
    public static IEnumerable<(string Name, double Value)> Compare(int hosts)
    {
        var (shared, own) = (Build(hosts), Build(hosts));
        var (answers, together) = Time(() => Ask(shared, (from, to) => shared.Network.Reaches(from, to, "tcp", Port)));
        var (paths, pairwise) = Time(() => Ask(own, (from, to) => own.Network.CanReach(from, to, "tcp", Port).Answer));
        yield return ("pairs", answers.Count);
        yield return ("reach", answers.Count(a => a == 1));
        yield return ("do not", answers.Count(a => a == -1));
        yield return ("cannot be told", answers.Count(a => a == 0));
        yield return ("shared", together.TotalMilliseconds);
        yield return ("pairwise", pairwise.TotalMilliseconds);
        yield return ("differ", answers.Zip(paths).Count(p => p.First != p.Second));
    }

    private static (List<int> Answers, TimeSpan Took) Time(Func<List<int>> ask)
    {
        var start = System.Environment.CpuUsage.TotalTime;
        return (ask(), System.Environment.CpuUsage.TotalTime - start);
    }

    private static List<int> Ask(Environment environment, Func<NetworkEndpoint, NetworkEndpoint, Truth> reaches)
    {
        var databases = environment.Of<Database>().Members.Select(m => m.Item).ToList();
        return [.. environment.Of<ComputeInstance>().Members.SelectMany(host => databases.Select(db => reaches(host.Item, db) is var answer && answer.IsTrue ? 1 : answer.IsFalse ? -1 : 0))];
    }

    private static Environment Build(int hosts)
    {
        var builder = new SnapshotBuilder();
        void Add(Resource resource) => builder.Observe(s_evidence, resource);
        Add(new Cluster { Id = "cluster" });
        Add(new Vpc { Id = "vpc", Cidrs = Known(Items(Block("10.0.0.0/8"))) });
        Add(new RouteTable { Id = "rtb", Vpc = Known(new Ref<Vpc>("vpc")), IsMain = true, Subnets = Known(Items<Ref<Subnet>>()), Routes = Known(Items(new Route(Block("10.0.0.0/8"), null, "local", RouteTargetKind.Local, true))) });
        Add(new NetworkAcl { Id = "acl", Vpc = Known(new Ref<Vpc>("vpc")), Subnets = Known(All(Subnets, i => new Ref<Subnet>($"subnet-{i}"))), Entries = Known(Items(Entry(false), Entry(true))) });
        for (var i = 0; i < Subnets; i++)
            Add(new Subnet { Id = $"subnet-{i}", Vpc = Known(new Ref<Vpc>("vpc")), AvailabilityZone = Known("a"), Cidr = Known((Cidr?)Block($"10.{i}.0.0/16")), Ipv6Cidrs = Known(Items<Cidr>()) });
        for (var i = 0; i < Groups; i++)
            Add(new SecurityGroup { Id = $"sg-{i}", Vpc = Known(new Ref<Vpc>("vpc")), Ingress = Known(Items<SecurityGroupRule>()), Egress = Known(Items(Rule(PeerKind.Cidr, "0.0.0.0/0"))) });
        for (var i = 0; i < hosts; i++) AddHost(Add, i);
        for (var i = 0; i < Databases; i++) AddDatabase(Add, i);
        foreach (var kind in (string[])[nameof(Vpc), nameof(Subnet), nameof(RouteTable), nameof(NetworkAcl), nameof(SecurityGroup), nameof(NetworkInterface), nameof(ComputeInstance), nameof(Database)]) Cover(builder, kind);
        var graph = new ResourceGraph(builder.Build(new Header(Header.CurrentSchema, "benchmark", default, default, [])));
        return new(graph, graph.Find<Cluster>("cluster")!, [Scope], Parameters.None);
    }

    private static void AddHost(Action<Resource> add, int i)
    {
        var (subnet, groups, ips) = (new Ref<Subnet>($"subnet-{i % Subnets}"), Items(new Ref<SecurityGroup>($"sg-{i % Groups}")), Items($"10.{i % Subnets}.{i / 250 % 250}.{i % 250 + 1}"));
        add(new NetworkInterface
        {
            Id = $"eni-{i}", Vpc = Known(new Ref<Vpc>("vpc")), Subnet = Known(subnet), SecurityGroups = Known(groups), PrivateIps = Known(ips), Ipv6Addresses = Known(Items<string>()),
            PublicIp = Known((string?)null), Description = Known((string?)null), Instance = Known((Ref<ComputeInstance>?)new Ref<ComputeInstance>($"i-{i}")),
        });
        add(new ComputeInstance { Id = $"i-{i}", State = Known("running"), NetworkInterfaces = Known(Items(new Ref<NetworkInterface>($"eni-{i}"))), Subnet = Known((Ref<Subnet>?)subnet), SecurityGroups = Known(groups), PrivateIps = Known(ips) });
    }

    /// <summary>Each admits three groups and a dozen blocks.</summary>
    private static void AddDatabase(Action<Resource> add, int i)
    {
        SecurityGroupRule[] rules = [.. Enumerable.Range(0, 3).Select(n => Rule(PeerKind.SecurityGroup, $"sg-{(i + (n * 7)) % Groups}")), .. Enumerable.Range(0, 12).Select(n => Rule(PeerKind.Cidr, $"10.{(i + n) % Subnets}.{n}.0/26"))];
        add(new SecurityGroup { Id = $"sg-db-{i}", Vpc = Known(new Ref<Vpc>("vpc")), Ingress = Known(Items(rules)), Egress = Known(Items<SecurityGroupRule>()) });
        add(new Database
        {
            Id = $"db-{i}", Form = Known(DatabaseForm.Instance), Subnets = Known(Items(new Ref<Subnet>($"subnet-{i % Subnets}"))), SecurityGroups = Known(Items(new Ref<SecurityGroup>($"sg-db-{i}"))),
            AvailabilityZones = Known(Items("a")), IsMultiAz = false, IsPubliclyAccessible = false, Port = Known(Port),
        });
    }

    private static void Cover(SnapshotBuilder builder, string kind)
    {
        switch (kind)
        {
            case nameof(Vpc): builder.Cover<Vpc>(Scope, "list", null); break;
            case nameof(Subnet): builder.Cover<Subnet>(Scope, "list", null); break;
            case nameof(RouteTable): builder.Cover<RouteTable>(Scope, "list", null); break;
            case nameof(NetworkAcl): builder.Cover<NetworkAcl>(Scope, "list", null); break;
            case nameof(SecurityGroup): builder.Cover<SecurityGroup>(Scope, "list", null); break;
            case nameof(NetworkInterface): builder.Cover<NetworkInterface>(Scope, "list", null); break;
            case nameof(ComputeInstance): builder.Cover<ComputeInstance>(Scope, "list", null); break;
            default: builder.Cover<Database>(Scope, "list", null); break;
        }
    }

    private static NetworkAclEntry Entry(bool isEgress) => new(100, isEgress, "-1", null, null, Block("0.0.0.0/0"), true);

    private static SecurityGroupRule Rule(PeerKind kind, string peer) => new(kind is PeerKind.Cidr && peer == "0.0.0.0/0" ? "-1" : "tcp", peer == "0.0.0.0/0" ? null : Port, peer == "0.0.0.0/0" ? null : Port, kind, peer, null);

    private static Fact<T> Known<T>(T value) => new(value, s_evidence);

    private static Cidr Block(string text) => Cidr.Parse(text)!.Value;

    private static Items<T> All<T>(int count, Func<int, T> make) => Items([.. Enumerable.Range(0, count).Select(make)]);

    private static Items<T> Items<T>(params T[] items) => items.ToItems();
}
