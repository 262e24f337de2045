namespace Scanner.Model;

/// <summary>Which route table, network ACL and rules apply where; each looked up once.</summary>
internal sealed class Terrain
{
    private readonly Environment _environment;
    private readonly Memo<string, Fact<RouteTable>> _tables;
    private readonly Memo<string, Fact<NetworkAcl>> _acls;
    private readonly Memo<(string Group, bool Ingress), Fact<Items<AdmittingRule>>> _rules;
    private readonly Memo<string, Fact<Items<Cidr>>> _entries;
    private readonly Memo<RouteTable, Fact<Items<Route>>> _routes;
    private readonly Memo<string, InterfaceIndex> _interfaces;

    public Terrain(Environment environment)
    {
        _environment = environment;
        _tables = new(id => FindTable(id));
        _acls = new(id => FindAcl(id));
        _rules = new(key => AdmittingRule.Of(environment.Resolve(new Ref<SecurityGroup>(key.Group)), key.Ingress, EntriesOf));
        _entries = new(id => environment.Resolve(new Ref<PrefixList>(id)).Then(l => l.Entries));
        _routes = new(table => table.Routes.Map(routes => routes.SelectMany(Expanded).ToItems()));
        Peerings = new(this);
        _interfaces = new(scope => new InterfaceIndex(In<NetworkInterface>(scope)));
    }

    public Environment Environment => _environment;

    public Peerings Peerings { get; }

    public Fact<RouteTable> TableOf(Fact<Ref<Subnet>> subnet) => subnet.Then(s => _tables[s.Id]);

    public Fact<NetworkAcl> AclOf(Fact<Ref<Subnet>> subnet) => subnet.Then(s => _acls[s.Id]);

    public Fact<Items<AdmittingRule>> RulesOf(Ref<SecurityGroup> group, bool ingress) => _rules[(group.Id, ingress)];

    /// <summary>The blocks of a prefix list.</summary>
    public Fact<Items<Cidr>> EntriesOf(string prefixList) => _entries[prefixList];

    /// <summary>A table's routes; one to a prefix list is there once for each of its blocks, which it then names, and as it is where these were not read.</summary>
    public Fact<Items<Route>> RoutesOf(RouteTable table) => _routes[table];

    public InterfaceIndex InterfacesIn(string scope) => _interfaces[scope];

    /// <summary>All of a kind in one account and region, with the gap where the listing has one.</summary>
    public ResourceSet<T> In<T>(string scope) where T : Resource => _environment.Graph.Of<T>([scope]);

    /// <summary>Whether the scan looked into an account at all.</summary>
    public bool Scanned(string account) => _environment.Scopes.Any(s => s.Split('/', ' ', ':').Contains(account, StringComparer.Ordinal));

    /// <summary>The lists of gateway endpoints hold only public addresses of AWS services.</summary>
    private IEnumerable<Route> Expanded(Route route) =>
        route is { PrefixList: { } list, TargetKind: not RouteTargetKind.VpcEndpoint } && EntriesOf(list) is { IsKnown: true } entries
            ? entries.Value.Select(block => route with { Destination = block })
            : [route];

    /// <summary>Explicit association, else the main table of the VPC. An explicit one that may hide in a gap keeps the main one unknown.</summary>
    private Fact<RouteTable> FindTable(string id)
    {
        var subnet = _environment.Resolve(new Ref<Subnet>(id));
        var tables = Around<RouteTable>(subnet);
        var chosen = Holding(tables, t => t.Subnets, id);
        if (chosen is not { IsKnown: true, Value: null }) return chosen.Map(t => t!);
        var vpc = subnet.Then(s => s.Vpc);
        if (!vpc.IsKnown) return new(vpc.Source);
        var mains = tables.Where(t => t.IsMain & (t.Vpc == vpc.Value)).Members;
        if (mains.FirstOrDefault(m => m.Doubt is null).Item is { } main) return new(main, Evidence.Derived);
        return new(mains.Count > 0 ? mains[0].Doubt! : NotFound(vpc.Value.Id, $"the main route table of {vpc.Value}"));
    }

    private Fact<NetworkAcl> FindAcl(string id)
    {
        var chosen = Holding(Around<NetworkAcl>(_environment.Resolve(new Ref<Subnet>(id))), a => a.Subnets, id);
        return chosen is { IsKnown: true, Value: null } ? new(NotFound(id, $"the network ACL of {id}")) : chosen.Map(a => a!);
    }

    private static Gap NotFound(string id, string what) => NetworkGap.Hidden(id, $"{what} was not found where the scan looked");

    private ResourceSet<T> Around<T>(Fact<Subnet> subnet) where T : Resource =>
        subnet.IsKnown ? In<T>(subnet.Value.Scope) : _environment.Of<T>();

    private static bool IsPreview(Source source) => (source is Reading { Behind: var behind } ? behind : source) is Evidence { Plane: Plane.Preview };

    /// <summary>The one that names the subnet; null where surely none does.</summary>
    private static Fact<T?> Holding<T>(ResourceSet<T> all, Func<T, Fact<Items<Ref<Subnet>>>> subnets, string id) where T : Resource
    {
        var holding = all.Where(r => subnets(r).Is(named => named.Contains(new Ref<Subnet>(id)))).Members;
        var sure = holding.Where(m => m.Doubt is null).Select(m => m.Item).ToList();
        // AWS has one for each subnet: what a change associates takes the place of what was seen
        if (sure.Count > 1 && sure.Where(r => IsPreview(subnets(r).Source)).ToList() is [var coming]) return new(coming, Evidence.Derived);
        if (sure.Count > 1) return new(NetworkGap.Hidden(id, $"{string.Join(" and ", sure.Select(r => r.Label))} both say that {id} is theirs"));
        if (sure is [var only]) return new(only, Evidence.Derived);
        return (all.Unlisted ?? holding.Select(m => m.Doubt).FirstOrDefault()) is { } gap ? new(gap) : new((T?)null, Evidence.Derived);
    }
}
