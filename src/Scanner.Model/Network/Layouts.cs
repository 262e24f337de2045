namespace Scanner.Model;

/// <summary>Expands endpoints into the places where they are.</summary>
internal sealed class Layouts
{
    private readonly Terrain _terrain;
    private readonly Places _places;
    private readonly DatabaseLayouts _databases;
    private readonly FileSystemLayouts _fileSystems;
    private readonly PodLayouts _pods;
    private readonly Memo<object, Layout> _known;

    /// <param name="terrain">Where to look things up.</param>
    /// <param name="connects">Asks whether one place reaches another: a proxy stands between two.</param>
    public Layouts(Terrain terrain, Func<Layout, Layout, Fact<int>, Trace> connects)
    {
        _terrain = terrain;
        _places = new(terrain);
        _databases = new(terrain, _places, connects);
        _fileSystems = new(terrain, _places);
        _pods = new(terrain, _places, Of);
        _known = new(Expand);
    }

    public Layout Of(NetworkEndpoint endpoint) => _known[endpoint.Noun];

    private Layout Expand(object noun) => noun switch
    {
        ComputeInstance instance => Of(instance),
        NodeGroup group => Of(group),
        Pod pod => _pods.Of(pod),
        Database database => _databases.Of(database),
        FileSystem fileSystem => _fileSystems.Of(fileSystem),
        LoadBalancer loadBalancer => Of(loadBalancer),
        Cidr block => new Layout.At(Placement.Outside(block)),
        _ => throw new InvalidOperationException($"A {noun.GetType().Name} is no endpoint of the network"),
    };

    /// <summary>All its interfaces; a host with several chooses by its own routing table, which is out of view.</summary>
    private Layout Of(ComputeInstance instance)
    {
        var index = _terrain.InterfacesIn(instance.Scope);
        var found = index.Of(instance).OrderBy(i => i.Id, StringComparer.Ordinal).Select(i => (Layout)_places.At(i, instance.Id)).ToList();
        if (found.Count > 0 && index.Unlisted is null) return new Layout.OneOf(found, instance.Id);
        var named = instance.NetworkInterfaces;
        if (!named.IsKnown) return index.Unlisted is { } gap ? Layout.Unseen(instance.Id, gap) : _places.At(instance);
        return named.Value.Count <= 1 ? _places.At(instance) : new Layout.OneOf([.. named.Value.Select(At)], instance.Id);

        Layout At(Ref<NetworkInterface> reference)
        {
            var one = _terrain.Environment.Resolve(reference);
            return one.IsKnown ? _places.At(one.Value, instance.Id) : Layout.Unseen(instance.Id, one.Source);
        }
    }

    /// <summary>Any of its subnets may get the next node.</summary>
    private Layout Of(NodeGroup group)
    {
        var isPublic = Truth.Unknown(NetworkGap.Hidden(group.Id, $"whether nodes of {group.Label} get public addresses was not read"));
        if (group.NodeClass is not { IsKnown: true, Value: { } made }) return InEach(group.Id, group.Subnets, s => _places.In(s, group.Id, group.SecurityGroups, isPublic));
        // Karpenter's node class says where its pools make nodes
        var (subnets, groups) = _terrain.Environment.Resolve(made) is { IsKnown: true, Value: var found } ? (found.Subnets, found.SecurityGroups) : (group.Subnets, group.SecurityGroups);
        return InEach(group.Id, subnets, s => _places.In(s, group.Id, groups, isPublic));
    }

    private Layout Of(LoadBalancer loadBalancer)
    {
        var mayLackGroups = loadBalancer.Type.Is(t => t is LoadBalancerType.Network or LoadBalancerType.Gateway);
        var groups = loadBalancer.SecurityGroups is { IsKnown: true, Value.IsEmpty: true } && mayLackGroups.IsUnknown
            ? new(mayLackGroups.Gap) : loadBalancer.SecurityGroups;
        var isPublic = loadBalancer.Scheme == "internet-facing";
        return InEach(loadBalancer.Id, loadBalancer.Subnets, Place);

        Layout.At Place(Ref<Subnet> subnet)
        {
            var place = _places.In(subnet, loadBalancer.Id, groups, isPublic).Place;
            return new(new()
            {
                Owner = place.Owner, SubnetRef = place.SubnetRef, Subnet = place.Subnet, Groups = groups, HasPublicAddress = isPublic,
                ResolvesPublicly = isPublic, MayLackGroups = mayLackGroups.IsTrue,
                Ipv4 = StaticAddresses(loadBalancer, subnet) ?? place.Ipv4, Ipv6 = place.Ipv6,
            });
        }
    }

    /// <summary>A network load balancer keeps its addresses; others change them, so that only their subnets count.</summary>
    private Addresses? StaticAddresses(LoadBalancer loadBalancer, Ref<Subnet> subnet)
    {
        var index = _terrain.InterfacesIn(loadBalancer.Scope);
        if (loadBalancer.Type is not { IsKnown: true, Value: LoadBalancerType.Network } || index.Unlisted is not null) return null;
        var own = index.Of(loadBalancer).Where(i => i.Subnet.IsKnown && i.Subnet.Value == subnet).ToList();
        return own.Count > 0 && own.TrueForAll(i => i.PrivateIps.IsKnown)
            ? Addresses.Exactly(false, own.SelectMany(i => i.PrivateIps.Value).ToItems()) : null;
    }

    private static Layout InEach(string owner, Fact<Items<Ref<Subnet>>> subnets, Func<Ref<Subnet>, Layout> place) =>
        !subnets.IsKnown ? Layout.Unseen(owner, subnets.Source)
        : subnets.Value.IsEmpty ? Layout.Unseen(owner, NetworkGap.Unsupported($"{owner}, which names no subnet,"))
        : new Layout.Each([.. subnets.Value.Select(place)]);
}
