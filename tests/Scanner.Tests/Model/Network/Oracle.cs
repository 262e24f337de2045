using System.Globalization;
using System.Net;
using System.Numerics;
using Scanner.Model;

namespace Scanner.Tests.Model.Network;

/// <summary>
/// Reachability the slow way: every address of every block and every boundary port is tried on its own, on the plain text of a world
/// that hides nothing. 'T', 'F' or 'U'.
/// </summary>
internal sealed class Oracle(NetworkWorld world)
{
    private sealed record Place(SubnetSpec Subnet, string[] Groups, string[] V4, string[] V6, char HasV6, bool Public, bool NeedsNoGroup = false)
    {
        public string[] Of(bool v6) => v6 ? V6 : V4;
    }

    private IEnumerable<T> All<T>() where T : Spec => world.Specs.Values.OfType<T>();

    public char Reach(string from, string to, int port)
    {
        var sources = Sources(world.Specs[from]);
        return And(sources.Select(one => Agree(one.Select(place => To(place, world.Specs[to], port)))));
    }

    /// <summary>All outer places count; of the inner ones, one is the case.</summary>
    private List<List<Place>> Sources(Spec spec) => spec switch
    {
        InstanceSpec s => [[.. s.Interfaces.Select(i => At(world.Spec<InterfaceSpec>(i)))]],
        NodeGroupSpec s => [.. s.Subnets.Select(n => new List<Place> { In(n, s.Groups, isPublic: true) })], // nobody knows that its nodes have no public address
        LoadBalancerSpec s => [.. s.Subnets.Select(n => new List<Place> { In(n, s.Groups) with { NeedsNoGroup = s.Type == LoadBalancerType.Network } })],
        DatabaseSpec { Form: DatabaseForm.Proxy } s => [.. s.Subnets.Select(n => new List<Place> { In(n, s.Groups, s.Public) })],
        _ => throw new InvalidOperationException(spec.Id),
    };

    private char To(Place from, Spec to, int port) => to switch
    {
        DatabaseSpec { Form: DatabaseForm.Proxy } s => And([And(Sources(s).Select(p => Pair(from, p[0], port))),
            s.Fronts.Length == 0 ? 'F' : And(s.Fronts.Select(f => Reach(s.Id, f, world.Spec<DatabaseSpec>(f).Port)))]),
        DatabaseSpec { Form: DatabaseForm.Aurora } s => Members(s) is { Count: > 0 } members ? And(members.Select(m => To(from, m, port))) : Agree(s.Subnets.Select(n => Pair(from, In(n, s.Groups, s.Public), port))),
        DatabaseSpec s => Instance(from, s, port),
        FileSystemSpec { Type: FileSystemType.Efs } s => Efs(from, s, port),
        FileSystemSpec s => And(s.Interfaces.Select(i => Pair(from, At(world.Spec<InterfaceSpec>(i)), port))),
        _ => And(Sources(to).Select(one => Agree(one.Select(p => Pair(from, p, port))))),
    };

    private List<DatabaseSpec> Members(DatabaseSpec cluster) => [.. All<DatabaseSpec>().Where(d => d.Cluster == cluster.Id)];

    private char Instance(Place from, DatabaseSpec s, int port)
    {
        char Zone(Func<string, bool> holds) => Agree(s.Subnets.Where(n => holds(world.Spec<SubnetSpec>(n).Zone)).Select(n => Pair(from, In(n, s.Groups, s.Public), port)));
        if (s.Zones.Length == 0) return Zone(_ => true);
        var now = And(s.Zones.Select(z => Zone(zone => zone == z)));
        return s.MultiAz && s.Zones.Length == 1 ? And([now, Zone(zone => zone != s.Zones[0])]) : now;
    }

    private char Efs(Place from, FileSystemSpec s, int port)
    {
        if (s.Interfaces.Length == 0) return 'F';
        var targets = s.Interfaces.Select(i => At(world.Spec<InterfaceSpec>(i))).ToList();
        var near = targets.FindAll(t => t.Subnet.Zone == from.Subnet.Zone);
        return near.Count > 0 ? Agree(near.Select(t => Pair(from, t, port))) : Or(targets.Select(t => Pair(from, t, port)));
    }

    private Place At(InterfaceSpec s) => new(world.Spec<SubnetSpec>(s.Subnet), s.Groups, s.Ips, s.Ipv6, s.Ipv6.Length > 0 ? 'T' : 'F', s.PublicIp is not null);

    private Place In(string id, string[] groups, bool isPublic = false)
    {
        var subnet = world.Spec<SubnetSpec>(id);
        return new(subnet, groups, Every(subnet.Cidr), subnet.Ipv6 is null ? [] : Every(subnet.Ipv6), subnet.Ipv6 is null ? 'F' : 'U', isPublic);
    }

    private char Pair(Place from, Place to, int port)
    {
        var v4 = from.V4.Length > 0 && to.V4.Length > 0 ? Legs(from, to, port, false) : 'F';
        var has6 = And([from.HasV6, to.HasV6]);
        return Or([v4, has6 == 'F' ? 'F' : And([has6, Legs(from, to, port, true)])]);
    }

    private char Legs(Place from, Place to, int port, bool v6)
    {
        var sameVpc = from.Subnet.Vpc == to.Subnet.Vpc;
        if (!sameVpc && !v6 && to.Public) return 'U';
        var shared = sameVpc ? 'T' : Shared(from.Subnet.Vpc, to.Subnet.Vpc);
        var legs = new List<char> { Groups(from, to.Of(v6), to.Groups, port, "out", shared), Groups(to, from.Of(v6), from.Groups, port, "in", shared) };
        if (from.Subnet.Id == to.Subnet.Id) return And(legs);
        legs.Add(Fold(to.Of(v6).Select(a => Routed(from, to, a, v6))));
        if (!sameVpc) legs.Add(Fold(from.Of(v6).Select(a => Routed(to, from, a, v6))));
        legs.Add(Filtered(from, "out", to.Of(v6), [port]));
        legs.Add(Filtered(to, "in", from.Of(v6), [port]));
        legs.Add(Filtered(to, "out", from.Of(v6), s_answers));
        legs.Add(Filtered(from, "in", to.Of(v6), s_answers));
        return And(legs);
    }

    private static readonly int[] s_answers = [1024, 1025, 5431, 5432, 5433, 5434, 32767, 32768, 32769, 60998, 60999, 61000, 65534, 65535];

    /// <summary>Every list is written out, and of what then matches the address, AWS' rules of precedence choose.</summary>
    private char Routed(Place from, Place to, string address, bool v6)
    {
        var table = All<TableSpec>().FirstOrDefault(t => t.Subnets.Contains(from.Subnet.Id)) ?? All<TableSpec>().First(t => t.Main && t.Vpc == from.Subnet.Vpc);
        var matching = table.Routes.SelectMany(Written).Where(r => Has(r.Block, address)).ToList();
        var isLocal = matching.Exists(r => Word(r.Text) == "local");
        if (isLocal) matching.RemoveAll(r => Word(r.Text) == "vgw" || (r.List is not null && Word(r.Text) is not ("eni" or "nat")));
        if (matching.Count == 0) return 'F';
        var longest = matching.Max(r => Length(r.Block));
        var best = matching.FindAll(r => Length(r.Block) == longest);
        if (best.Find(r => Word(r.Text) == "local") is { Text: { } local }) return Leads(local, from, to, v6);
        if (best.Exists(r => r.List is null && Word(r.Text) != "vgw")) best.RemoveAll(r => r.List is not null);
        else if (best[0].List is not null) best.AddRange(matching.Where(r => r.List is not null && r.List != best[0].List));
        return Fold(best.Select(r => Leads(r.Text, from, to, v6)));
    }

    private IEnumerable<(string Block, string? List, string Text)> Written(string route) => route.Split(' ')[0] is var to && !to.StartsWith("pl-", StringComparison.Ordinal) ? [(to, null, route)]
        : Word(route) == "vpce" ? [] : world.Spec<ListSpec>(to).Entries.Select(e => (e, (string?)to, route));

    private static string Word(string route) => route.Split(' ')[1].Split('-')[0];

    private static int Length(string block) => int.Parse(block.Split('/')[1], CultureInfo.InvariantCulture);

    private char Leads(string route, Place from, Place to, bool v6) => route.EndsWith("blackhole", StringComparison.Ordinal) ? 'F' : Word(route) switch
    {
        "local" => from.Subnet.Vpc == to.Subnet.Vpc ? 'T' : 'F',
        "pcx" => world.Spec<PeeringSpec>(route.Split(' ')[1]) is { Status: "active" } peering && Join(peering, from.Subnet.Vpc, to.Subnet.Vpc) ? 'T' : 'F',
        "igw" or "nat" when !v6 && !to.Public => 'F',
        _ => 'U',
    };

    private static bool Join(PeeringSpec peering, string one, string other) => (peering.Requester, peering.Accepter) == (one, other) || (peering.Requester, peering.Accepter) == (other, one);

    /// <summary>Whether security groups of one VPC count in the other; a transit gateway, which is out of view, may do that as well.</summary>
    private char Shared(string one, string other) => All<PeeringSpec>().Where(p => Join(p, one, other)).ToList() is var between
        && between.Exists(p => !p.WithinRegion) ? 'F' : between.Exists(p => p.Status == "active") ? 'T' : 'U';

    private char Filtered(Place place, string direction, string[] peers, int[] ports)
    {
        var acl = All<AclSpec>().First(a => a.Subnets.Contains(place.Subnet.Id));
        var entries = acl.Entries.Select(e => e.Split(' ')).Where(e => e[0] == direction).OrderBy(e => int.Parse(e[1], CultureInfo.InvariantCulture)).ToList();
        return Fold(peers.SelectMany(a => ports.Select(p =>
            entries.Find(e => (e[3] == "-1" || (e[3] == "6" && InPorts(e[4], p))) && Has(e[5], a)) is { } first && first[2] == "allow" ? 'T' : 'F')));
    }

    private char Groups(Place place, string[] peers, string[] peerGroups, int port, string direction, char shared)
    {
        if (place.NeedsNoGroup && place.Groups.Length == 0) return 'T';
        var rules = place.Groups.SelectMany(g => world.Spec<GroupSpec>(g).Rules).Select(r => r.Split(' '))
            .Where(r => r[0] == direction && (r[1] == "-1" || (r[1] is "tcp" or "6" && InPorts(r[2], port)))).Select(r => r[3]).ToList();
        var named = rules.Exists(r => peerGroups.Contains(r.Split('@')[0]));
        if (named && shared == 'T') return 'T';
        var blocks = rules.FindAll(r => r.Contains('/')).Concat(rules.Where(r => r.StartsWith("pl-", StringComparison.Ordinal)).SelectMany(r => world.Spec<ListSpec>(r).Entries)).ToList();
        var byAddress = Fold(peers.Select(a => blocks.Exists(b => Has(b, a)) ? 'T' : 'F'));
        var doubt = (named && shared == 'U') || rules.Exists(r => r.EndsWith("@999999999999", StringComparison.Ordinal));
        return byAddress == 'T' ? 'T' : doubt ? 'U' : byAddress;
    }

    private static bool InPorts(string text, int port) =>
        text == "*" || (int.Parse(text.Split('-')[0], CultureInfo.InvariantCulture) <= port && port <= int.Parse(text.Split('-')[1], CultureInfo.InvariantCulture));

    private static bool Has(string block, string address)
    {
        var (first, count) = Span(block);
        var number = Number(address, out var v6);
        return block.Contains(':') == v6 && first <= number && number < first + count;
    }

    private static string[] Every(string block)
    {
        var (first, count) = Span(block);
        return [.. Enumerable.Range(0, (int)count).Select(i => new IPAddress([.. (first + i).ToByteArray(isUnsigned: true, isBigEndian: true)]).ToString())];
    }

    private static (BigInteger First, BigInteger Count) Span(string block)
    {
        var first = Number(block.Split('/')[0], out var v6);
        var count = BigInteger.One << ((v6 ? 128 : 32) - int.Parse(block.Split('/')[1], CultureInfo.InvariantCulture));
        return (first - (first % count), count);
    }

    private static BigInteger Number(string address, out bool v6)
    {
        v6 = address.Contains(':');
        return new(IPAddress.Parse(address).GetAddressBytes(), isUnsigned: true, isBigEndian: true);
    }

    private static char And(IEnumerable<char> all) => all.ToList() is var list && list.Contains('F') ? 'F' : list.Contains('U') ? 'U' : 'T';

    private static char Or(IEnumerable<char> all) => all.ToList() is var list && list.Contains('T') ? 'T' : list.Contains('U') ? 'U' : 'F';

    /// <summary>Nothing tells which: decided where all agree.</summary>
    private static char Agree(IEnumerable<char> all) => all.Distinct().ToList() is [var one] ? one : 'U';

    private static char Fold(IEnumerable<char> all) => Agree(all);
}
