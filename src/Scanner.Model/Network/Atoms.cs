namespace Scanner.Model;

/// <summary>The stretches into which all blocks of rules, network ACLs, routes and prefix lists divide the addresses: what holds for one address of a stretch holds for all.</summary>
internal sealed class Atoms
{
    private readonly UInt128[] _ipv4, _ipv6;

    public Atoms(Environment environment)
    {
        var snapshot = environment.Graph.Snapshot;
        // references lead beyond an environment's own scopes
        IReadOnlyList<string> scopes = [.. snapshot.Coverage.Select(c => c.Scope).Concat(snapshot.Observations.Select(o => o.Evidence.Scope)).Concat(environment.Scopes).Distinct(StringComparer.Ordinal)];
        IEnumerable<T> All<T>() where T : Resource => environment.Graph.Of<T>(scopes).Members.Select(m => m.Item);
        var blocks = All<SecurityGroup>().SelectMany(g => Known(g.Ingress).Concat(Known(g.Egress)).Select(r => Cidr.Parse(r.Peer)).OfType<Cidr>())
            .Concat(All<PrefixList>().SelectMany(l => Known(l.Entries)))
            .Concat(All<NetworkAcl>().SelectMany(a => Known(a.Entries).Select(e => e.Cidr)))
            .Concat(All<RouteTable>().SelectMany(t => Known(t.Routes).Select(r => r.Destination).OfType<Cidr>()))
            .Concat(RouteVerdict.Private).ToList();
        (_ipv4, _ipv6) = (Cuts(blocks, isIpv6: false), Cuts(blocks, isIpv6: true));
    }

    /// <summary>Which stretch a block lies in; null where it lies across several.</summary>
    public int? Of(Cidr block)
    {
        var cuts = block.IsIpv6 ? _ipv6 : _ipv4;
        var (first, last) = (IndexOf(cuts, block.First), IndexOf(cuts, block.Last));
        return first == last ? first : null;
    }

    private static int IndexOf(UInt128[] cuts, UInt128 address) => Array.BinarySearch(cuts, address) is var found && found < 0 ? ~found : found + 1;

    /// <summary>Where a stretch begins: at each block's first address, and behind its last.</summary>
    private static UInt128[] Cuts(List<Cidr> blocks, bool isIpv6) => [.. blocks.Where(b => b.IsIpv6 == isIpv6)
        .SelectMany(b => b.Last == UInt128.MaxValue ? [b.First] : new[] { b.First, b.Last + 1 }).Distinct().Order()];

    private static IEnumerable<T> Known<T>(Fact<Items<T>> items) => items.IsKnown ? items.Value : [];
}
