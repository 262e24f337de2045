using Scanner.Model;

namespace Scanner.Tests.Model.Network;

/// <summary>Small random networks, open often enough that every answer turns up.</summary>
internal sealed class RandomWorld(Random random)
{
    private static readonly string[] s_zones = ["a", "b", "c"];
    private readonly NetworkWorld _world = new();
    private readonly List<SubnetSpec> _subnets = [];
    private readonly List<string> _groups = [];
    private int _next;

    public static readonly string[] From = ["i-1", "i-2", "pool", "lb"];

    public static readonly string[] To = ["i-1", "i-2", "pool", "lb", "db", "cluster", "proxy", "efs", "fsx"];

    public NetworkWorld Make()
    {
        var vpcs = Chance(35) ? 2 : 1;
        Lists();
        Peerings();
        for (var v = 0; v < vpcs; v++) Vpc(v);
        for (var i = 0; i < 4; i++) _groups.Add($"sg-{i}");
        foreach (var group in _groups) _world.With(new GroupSpec(group, "vpc-0", [.. Many(0, 4, Rule), .. Chance(60) ? ["out -1 * 0.0.0.0/0"] : Array.Empty<string>()]));
        Instance("i-1");
        Instance("i-2");
        _world.With(new NodeGroupSpec("pool", Subnets(), Groups()), new LoadBalancerSpec("lb", Chance(50) ? LoadBalancerType.Network : LoadBalancerType.Application, "vpc-0", Subnets(), Groups()));
        Databases();
        FileSystems();
        return _world;
    }

    /// <summary>The same world with more hosts, beside those that are there: in the same subnets, with the same groups, at the next addresses.</summary>
    public NetworkWorld Neighbours()
    {
        var more = _world.Copy();
        foreach (var own in _world.Specs.Values.OfType<InterfaceSpec>().Where(i => i.Instance is not null && i.Ips.Length > 0).ToList())
        {
            foreach (var last in (int[])[1, 2, 5])
            {
                var ip = own.Ips[0][..(own.Ips[0].LastIndexOf('.') + 1)] + last.ToString(System.Globalization.CultureInfo.InvariantCulture);
                var id = $"{own.Id}-{last}";
                more.With(own with { Id = id, Ips = [ip], Instance = "i-" + id }, new InstanceSpec("i-" + id, id));
            }
        }
        return more;
    }

    /// <summary>The same world with some knowledge taken away.</summary>
    public NetworkWorld Gapped()
    {
        var gapped = _world.Copy();
        for (var i = random.Next(1, 10); i > 0; i--)
        {
            var spec = One<Spec>([.. _world.Specs.Values]);
            gapped.Hide(spec.Id, One<string>(s_properties));
            if (Chance(20)) Deny(gapped);
        }
        return gapped;
    }

    private static readonly string[] s_properties =
    [
        "Vpc", "AvailabilityZone", "Cidr", "Ipv6Cidrs", "IsMain", "Subnets", "Routes", "Entries", "Ingress", "Egress", "Subnet", "SecurityGroups", "PrivateIps", "Ipv6Addresses",
        "PublicIp", "Instance", "Description", "NetworkInterfaces", "Form", "Port", "AvailabilityZones", "IsMultiAz", "IsPubliclyAccessible", "ClusterIdentifier", "Fronts", "Type", "DeploymentType", "Scheme", "Name",
        "Entries", "Requester", "Accepter", "Status", "IsWithinRegion",
    ];

    private void Deny(NetworkWorld gapped)
    {
        var (kind, specs) = One<(Type, Type)>([(typeof(Subnet), typeof(SubnetSpec)), (typeof(RouteTable), typeof(TableSpec)), (typeof(NetworkAcl), typeof(AclSpec)),
            (typeof(SecurityGroup), typeof(GroupSpec)), (typeof(NetworkInterface), typeof(InterfaceSpec)), (typeof(Database), typeof(DatabaseSpec)), (typeof(Vpc), typeof(VpcSpec)),
            (typeof(PrefixList), typeof(ListSpec)), (typeof(PeeringConnection), typeof(PeeringSpec))]);
        gapped.Deny(kind, [.. _world.Specs.Values.Where(s => s.GetType() == specs && s.Id is not ("db" or "cluster" or "proxy") && Chance(50)).Select(s => s.Id)]);
    }

    private void Lists()
    {
        foreach (var id in (string[])["pl-1", "pl-2"]) _world.With(new ListSpec(id, [.. Many(0, 3, Block)]));
    }

    /// <summary>The first joins the two VPCs, in one region or not; the second leads elsewhere, or is another between the same.</summary>
    private void Peerings()
    {
        var (within, other) = (Chance(80), One("vpc-9", "vpc-1"));
        _world.With(new PeeringSpec("pcx-1", "vpc-0", "vpc-1", Chance(85) ? "active" : "pending-acceptance", within),
            new PeeringSpec("pcx-2", other, "vpc-0", "active", other == "vpc-9" || within));
    }

    private void Vpc(int v)
    {
        var ipv6 = Chance(30);
        _world.With(new VpcSpec($"vpc-{v}", $"10.{v}.0.0/24"));
        var own = Enumerable.Range(0, v == 0 ? 3 : 1).Select(i =>
            new SubnetSpec($"subnet-{v}{i}", $"vpc-{v}", s_zones[i], $"10.{v}.0.{i * 8}/29", ipv6 && Chance(70) ? $"fd00:{v}::{i * 8:x}/125" : null)).ToList();
        _subnets.AddRange(own);
        foreach (var subnet in own) _world.With(subnet);
        _world.With(new TableSpec($"rtb-{v}", $"vpc-{v}", true, [], Routes(v)));
        if (Chance(40)) _world.With(new TableSpec($"rtb-{v}-x", $"vpc-{v}", false, [One<SubnetSpec>([.. own]).Id], Routes(v)));
        var half = random.Next(own.Count + 1);
        _world.With(new AclSpec($"acl-{v}", $"vpc-{v}", [.. own.Take(half).Select(s => s.Id)], Entries()), new AclSpec($"acl-{v}-x", $"vpc-{v}", [.. own.Skip(half).Select(s => s.Id)], Entries()));
    }

    private string[] Routes(int v)
    {
        var routes = new List<string> { $"fd00:{v}::/64 local" };
        if (Chance(97)) routes.Add($"10.{v}.0.0/24 local");
        if (Chance(40)) routes.Add($"0.0.0.0/0 {One("igw-1", "nat-1", "tgw-1")}");
        if (Chance(70)) routes.Add($"10.{1 - v}.0.0/{One("24", "16")} {One("pcx-1", "pcx-1", "pcx-1", "pcx-2", "tgw-1", "pcx-2 blackhole")}");
        if (Chance(10)) routes.Add($"10.{v}.0.{random.Next(4) * 8}/{One("29", "30")} {One("eni-9", "vgw-1", "eni-9 blackhole")}");
        if (Chance(15)) routes.Add($"pl-1 {One("vpce-1", "tgw-1", "eni-8", "pcx-1", "igw-1")}");
        if (Chance(10)) routes.Add($"pl-2 {One("pcx-1", "nat-1", "vgw-1")}");
        return [.. routes];
    }

    private string[] Entries() => Chance(50)
        ? ["in 100 allow -1 * 0.0.0.0/0", "out 100 allow -1 * 0.0.0.0/0", "in 101 allow -1 * ::/0", "out 101 allow -1 * ::/0"]
        : [.. Many(1, 5, Entry), .. Chance(80) ? ["in 900 allow -1 * 0.0.0.0/0", "out 900 allow -1 * 0.0.0.0/0", "in 901 allow -1 * ::/0", "out 901 allow -1 * ::/0"] : Array.Empty<string>()];

    private string Entry() => $"{One("in", "out")} {++_next * 37 % 801 + 1} {One("allow", "deny")} {One("6 *", "6 5432-5433", "6 1024-65535", "6 32768-60999", "-1 *", "17 *", "6 0-1024")} {Block()}";

    private string Rule() => $"{One("in", "in", "out")} {One("tcp 5432-5432", "tcp 5000-6000", "6 5432-5433", "-1 *", "tcp 22-22", "udp 5432-5432")} {Peer()}";

    private string Peer() => random.Next(10) switch
    {
        0 => Chance(50) ? One("pl-1", "pl-2") : "0.0.0.0/0",
        1 => Chance(30) ? "sg-8@999999999999" : "sg-0@111111111111",
        < 5 => Block(),
        _ => $"sg-{random.Next(4)}",
    };

    private string Block() => random.Next(6) switch
    {
        0 => "0.0.0.0/0",
        1 => "::/0",
        2 => $"fd00:0::{random.Next(4) * 4:x}/{One("126", "125", "127")}",
        3 => $"10.0.0.{random.Next(6) * 4}/{One("30", "31")}",
        4 => $"10.{random.Next(2)}.0.{random.Next(3) * 8}/29",
        _ => $"10.{random.Next(2)}.0.0/24",
    };

    private void Instance(string id)
    {
        var first = One<SubnetSpec>([.. _subnets]);
        var count = Chance(15) ? 2 : 1;
        var own = Enumerable.Range(0, count).Select(i => Interface($"eni-{id}-{i}", i == 0 ? first : One<SubnetSpec>([.. _subnets.FindAll(s => s.Vpc == first.Vpc)]), id)).ToList();
        foreach (var adapter in own) _world.With(adapter);
        _world.With(new InstanceSpec(id, [.. own.Select(o => o.Id)]));
    }

    private InterfaceSpec Interface(string id, SubnetSpec subnet, string? instance)
    {
        var host = (++_next % 6) + 1;
        string At(string block, string format) => block[..(block.LastIndexOfAny(['.', ':']) + 1)] + (Last(block) + host).ToString(format, null);
        string[] v6 = subnet.Ipv6 is { } block && Chance(60) ? [At(block, "x")] : [];
        return new(id, subnet.Vpc, subnet.Id, Groups(), [At(subnet.Cidr, "d")], v6, instance, null, Chance(10) ? "198.51.100.1" : null);
    }

    private static int Last(string block) =>
        Convert.ToInt32(block.Split('/')[0][(block.LastIndexOfAny(['.', ':']) + 1)..], block.Contains(':') ? 16 : 10);

    private void Databases()
    {
        var (subnets, groups) = (Subnets(), Groups());
        string[] zones = [.. subnets.Select(s => _world.Spec<SubnetSpec>(s).Zone).Distinct()];
        DatabaseSpec Make(string id, DatabaseForm form, string[] zones) => new(id, form, _world.Spec<SubnetSpec>(subnets[0]).Vpc, subnets, groups, zones, Chance(80) ? 5432 : 5433) { Public = form is DatabaseForm.Instance && Chance(10) };
        var multi = zones.Length > 1 && Chance(40);
        _world.With(Make("db", DatabaseForm.Instance, Chance(80) ? [zones[0]] : []) with { MultiAz = multi }, Make("cluster", DatabaseForm.Aurora, zones));
        for (var i = random.Next(3); i > 0; i--) _world.With(Make($"member-{i}", DatabaseForm.Member, [One<string>(zones)]) with { Cluster = Chance(80) ? "cluster" : "other" });
        _world.With(new DatabaseSpec("proxy", DatabaseForm.Proxy, "vpc-0", Subnets(), Groups(), []) { Fronts = Chance(90) ? [One("db", "cluster")] : [] });
    }

    private void FileSystems()
    {
        var shared = Groups();
        string[] fsx = [.. Subnets().Select((s, i) => Interface($"eni-fsx-{i}", _world.Spec<SubnetSpec>(s), null) with { Groups = shared, PublicIp = null, Ipv6 = [] }).Select(Add)];
        string[] efs = Chance(95) ? [.. Subnets().Select((s, i) => Interface($"eni-efs-{i}", _world.Spec<SubnetSpec>(s), null) with { PublicIp = null, Ipv6 = [] }).Select(Add)] : [];
        _world.With(Make("fsx", FileSystemType.Lustre, fsx), Make("efs", FileSystemType.Efs, efs));

        string Add(InterfaceSpec adapter)
        {
            _world.With(adapter);
            return adapter.Id;
        }

        FileSystemSpec Make(string id, FileSystemType type, string[] adapters)
        {
            var all = adapters.Select(_world.Spec<InterfaceSpec>).ToList();
            return new(id, type, "vpc-0", [.. all.Select(a => a.Subnet)], [.. all.SelectMany(a => a.Groups).Distinct()], adapters);
        }
    }

    private string[] Subnets()
    {
        var vpc = One<SubnetSpec>([.. _subnets]).Vpc;
        var own = _subnets.FindAll(s => s.Vpc == vpc).ConvertAll(s => s.Id).ToArray();
        random.Shuffle(own);
        return own[..random.Next(1, own.Length + 1)];
    }

    private string[] Groups() => [.. Many(1, 2, () => One<string>([.. _groups])).Distinct()];

    private List<string> Many(int least, int most, Func<string> make) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => make())];

    private T One<T>(params ReadOnlySpan<T> items) => items[random.Next(items.Length)];

    private bool Chance(int percent) => random.Next(100) < percent;
}
