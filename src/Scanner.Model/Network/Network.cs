namespace Scanner.Model;

/// <summary>Who can reach whom: routes, network ACLs and security groups of an environment, evaluated offline.</summary>
public sealed class Network
{
    private readonly Terrain _terrain;
    private readonly Layouts _layouts;
    private readonly Crossing _crossing;
    private readonly GroupHolders _holders;
    private readonly Admission _admission;
    private readonly Answers _answers;

    internal Network(Environment environment)
    {
        _terrain = new(environment);
        _layouts = new(_terrain, Connects);
        _crossing = new(_terrain);
        _holders = new(environment, _terrain);
        _admission = new(_terrain, _holders);
        _answers = new(environment, _layouts.Of, (from, to, traffic) => Aside<Trace>.Of(() => Evaluate(from, to, traffic)).Tell().Answer);
    }

    /// <summary>Whether every place of <paramref name="from"/> can open a connection to every place of <paramref name="to"/>.</summary>
    /// <param name="from">The client.</param>
    /// <param name="to">The server.</param>
    /// <param name="protocol"><c>tcp</c>, <c>udp</c>, <c>icmp</c>, or a protocol's number.</param>
    /// <param name="port">The server's port; of no meaning where the protocol has no ports.</param>
    /// <exception cref="ArgumentException">There is no such protocol or port.</exception>
    public Reachability CanReach(NetworkEndpoint from, NetworkEndpoint to, string protocol, int port)
    {
        var traffic = Traffic.Of(protocol, port);
        return Word(from, to, Aside<Trace>.Of(() => Evaluate(from, to, traffic)).Tell());
    }

    /// <summary>The same where the port is a fact; unknown where that was not read.</summary>
    public Reachability CanReach(NetworkEndpoint from, NetworkEndpoint to, string protocol, Fact<int> port) => port.IsKnown
        ? CanReach(from, to, protocol, port.Value)
        : Word(from, to, Trace.Of(new(Truth.Unknown(port.Source), to.Id, "its port was not read")));

    /// <summary>Whom the security groups of <paramref name="to"/> let in, as far as they are concerned: for what only some may reach.</summary>
    /// <remarks>Routes and network ACLs are credited as no protection. Incomplete where a group, or where the endpoint is, was not read.</remarks>
    /// <exception cref="ArgumentException">There is no such protocol or port.</exception>
    public ResourceSet<AdmittedPeer> AdmittedTo(NetworkEndpoint to, string protocol, int port)
    {
        var traffic = Traffic.Of(protocol, port);
        return Aside<ResourceSet<AdmittedPeer>>.Of(() => _admission.To(_layouts.Of(to), traffic)).Tell();
    }

    /// <summary>The same where the port is a fact.</summary>
    public ResourceSet<AdmittedPeer> AdmittedTo(NetworkEndpoint to, string protocol, Fact<int> port) =>
        port.IsKnown ? AdmittedTo(to, protocol, port.Value) : new([], port.Gap);

    /// <summary>Whom they let in at any port, by any protocol.</summary>
    public ResourceSet<AdmittedPeer> AdmittedTo(NetworkEndpoint to) =>
        Aside<ResourceSet<AdmittedPeer>>.Of(() => _admission.To(_layouts.Of(to), null)).Tell();

    /// <summary>Who has a security group: hosts, groups of hosts that are yet to come, databases, load balancers, file systems, and other interfaces.</summary>
    public ResourceSet<GroupHolder> HoldersOf(Ref<SecurityGroup> group) => _holders.Of(group);

    /// <summary>The answer of <see cref="CanReach(NetworkEndpoint, NetworkEndpoint, string, int)"/> without its path: for many clients and servers, of which most are alike.</summary>
    /// <exception cref="ArgumentException">There is no such protocol or port.</exception>
    public Truth Reaches(NetworkEndpoint from, NetworkEndpoint to, string protocol, int port)
    {
        var traffic = Traffic.Of(protocol, port);
        // whoever asks which facts decided is told of each one's own
        return _terrain.Environment.Graph.IsNamed ? CanReach(from, to, protocol, port).Answer : _answers.Of(from, to, traffic);
    }

    /// <summary>The same where the port is a fact; unknown where that was not read.</summary>
    public Truth Reaches(NetworkEndpoint from, NetworkEndpoint to, string protocol, Fact<int> port) =>
        port.IsKnown ? Reaches(from, to, protocol, port.Value) : Truth.Unknown(port.Source);

    /// <summary>Whether the subnet's default route leads to an internet gateway.</summary>
    public Truth IsPublic(Subnet subnet)
    {
        var reference = new Fact<Ref<Subnet>>(new Ref<Subnet>(subnet.Id), Evidence.Derived);
        return _terrain.TableOf(reference).Then(_terrain.RoutesOf).Is(routes => routes.Any(LeadsToInternet));
    }

    private Truth LeadsToInternet(Route route) => route is not { TargetKind: RouteTargetKind.InternetGateway, IsActive: true } ? false
        : route is { Destination: null, PrefixList: { } list } ? Truth.Unknown(_terrain.EntriesOf(list).Source)
        : route.Destination is { Prefix: 0 };

    private static Reachability Word(NetworkEndpoint from, NetworkEndpoint to, Trace trace) =>
        new(trace.Answer, new(from.Label, to.Label, trace.Hops), trace.Blocker, trace.Fix);

    private Trace Evaluate(NetworkEndpoint from, NetworkEndpoint to, Traffic traffic) =>
        from.Noun is ComputeInstance host && ReferenceEquals(host, to.Noun)
            ? Trace.Of(new(true, host.Id, "is the host itself"))
            : From(_layouts.Of(from), _layouts.Of(to), traffic);

    private Trace Connects(Layout from, Layout to, Fact<int> port) => port.IsKnown
        ? From(from, to, Traffic.Of("tcp", port.Value))
        : Trace.Of(new(Truth.Unknown(port.Source), "", "the port was not read"));

    private Trace From(Layout from, Layout to, Traffic traffic) => from switch
    {
        Layout.At at => To(at.Place, to, traffic),
        Layout.Each each => Trace.All(each.Parts.Select(p => From(p, to, traffic))),
        Layout.Nearest near => Trace.All(near.Parts.Select(p => From(p, to, traffic))),
        Layout.OneOf one => Trace.OneOf([.. one.Parts.Select(p => From(p, to, traffic))], one.Owner),
        Layout.Via via => From(via.Front, to, traffic),
        Layout.Perhaps maybe => From(maybe.Part, to, traffic).Perhaps(maybe.Doubt),
        Layout.Settled settled => settled.Trace,
        _ => throw new InvalidOperationException($"{from.GetType().Name} is not evaluated"),
    };

    private Trace To(Placement from, Layout to, Traffic traffic) => to switch
    {
        Layout.At at => _crossing.Over(from, at.Place, traffic),
        Layout.Each each => Trace.All(each.Parts.Select(p => To(from, p, traffic))),
        Layout.Nearest near => Nearest(from, near, traffic),
        Layout.OneOf one => Trace.OneOf([.. one.Parts.Select(p => To(from, p, traffic))], one.Owner),
        Layout.Via via => To(from, via.Front, traffic).Then(via.Behind),
        Layout.Perhaps maybe => To(from, maybe.Part, traffic).Perhaps(maybe.Doubt),
        Layout.Settled settled => settled.Trace,
        _ => throw new InvalidOperationException($"{to.GetType().Name} is not evaluated"),
    };

    /// <summary>The one in the client's zone; where it has none, any. What may be either is decided only where all agree.</summary>
    private Trace Nearest(Placement from, Layout.Nearest near, Traffic traffic)
    {
        var all = near.Parts.Select(p => (Here: SameZone(from, p.Place), Trace: To(from, p, traffic))).ToList();
        var here = all.FindAll(p => p.Here.IsTrue);
        if (here.Count > 0) return Trace.OneOf([.. here.Select(p => p.Trace)], near.Owner);
        var any = Trace.Any(all.Select(p => p.Trace));
        return Trace.OneOf([.. all.Where(p => p.Here.IsUnknown).Select(p => p.Trace), any], near.Owner);
    }

    private static Truth SameZone(Placement one, Placement other) =>
        one.IsOutside ? false : one.Zone.IsKnown ? other.Zone.Is(zone => zone == one.Zone.Value) : Truth.Unknown(one.Zone.Source);
}
