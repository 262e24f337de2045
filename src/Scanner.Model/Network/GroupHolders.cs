namespace Scanner.Model;

/// <summary>Who has which security group.</summary>
internal sealed class GroupHolders(Environment environment, Terrain terrain)
{
    private readonly Memo<string, ResourceSet<GroupHolder>> _known = new(group => Find(environment, group));

    /// <summary>
    /// Everything that has a group, an empty node group too. A group of an account that is not part of the scan may be anybody's.
    /// </summary>
    public ResourceSet<GroupHolder> Of(SecurityGroupRule rule)
    {
        if (rule.PeerKind is not PeerKind.SecurityGroup) return new([], null);
        if (rule.PeerAccount is not { } account || terrain.Scanned(account)) return _known[rule.Peer];
        return new([], NetworkGap.Hidden(rule.Peer, $"{rule.Peer} belongs to account {account}, which is not part of the scan"));
    }

    public ResourceSet<GroupHolder> Of(Ref<SecurityGroup> group) => _known[group.Id];

    /// <summary>Whatever is there has an interface, so that these, with what will make nodes, are complete; the other kinds name who an interface belongs to.</summary>
    private static ResourceSet<GroupHolder> Find(Environment environment, string group)
    {
        var (instances, groups, interfaces) = (environment.Of<ComputeInstance>(), environment.Of<NodeGroup>(), environment.Of<NetworkInterface>());
        var (balancers, databases, systems) = (environment.Of<LoadBalancer>(), environment.Of<Database>(), environment.Of<FileSystem>());
        Truth Has(Fact<Items<Ref<SecurityGroup>>> all) => all.Is(own => own.Contains(new Ref<SecurityGroup>(group)));
        // what lies in another VPC cannot have it, even where its groups were not read
        var home = environment.Resolve(new Ref<SecurityGroup>(group)).Then(g => g.Vpc).Map(vpc => (Ref<Vpc>?)vpc);
        Truth MayHave(Fact<Ref<Vpc>?> vpc, Fact<Items<Ref<SecurityGroup>>> all) => all.IsKnown || !vpc.Is(own => own is not null && home.Is(other => own != other)).IsTrue ? Has(all) : false;
        var adapters = interfaces.Where(i => MayHave(i.Vpc.Map(vpc => (Ref<Vpc>?)vpc), i.SecurityGroups));
        var found = new List<Member<Resource>>();
        Add(instances.Where(i => i.State != "terminated" && (MayHave(i.Vpc, i.SecurityGroups) || adapters.Any(a => a.Instance.Is(of => of?.Id == i.Id)))));
        Add(groups.Where(g => Has(GroupsOf(environment, g))));
        Add(balancers.Where(b => Has(b.SecurityGroups)));
        Add(databases.Where(d => Has(d.SecurityGroups)));
        // FSx does not say which groups its file systems have: their interfaces do
        Add(new ResourceSet<FileSystem>([.. systems.Members.Where(f => Holds(f.Item, Has(f.Item.SecurityGroups), adapters))], null));
        var named = found.Where(m => m.Doubt is null).Select(m => m.Item.Id).ToHashSet(StringComparer.Ordinal);
        // whose an interface is, its requester and description tell
        found.AddRange(adapters.Members.Where(a => !IsOf(a.Item, named, balancers, databases, systems)).Select(a => new Member<Resource>(a.Item, a.Doubt ?? MayBeOf(a.Item, named, balancers, databases))));
        return new([.. found.OrderBy(m => m.Item.Id, StringComparer.Ordinal).Select(m => new Member<GroupHolder>(new(m.Item), m.Doubt))],
            interfaces.Unlisted ?? groups.Unlisted ?? instances.Unlisted);

        void Add<T>(ResourceSet<T> set) where T : Resource => found.AddRange(set.Members.Select(m => new Member<Resource>(m.Item, m.Doubt)));
    }

    /// <summary>Why an interface may belong to something that is named already; null where that can be told.</summary>
    private static Gap? MayBeOf(NetworkInterface adapter, HashSet<string> named, ResourceSet<LoadBalancer> balancers, ResourceSet<Database> databases) =>
        databases.Members.Any(d => named.Contains(d.Item.Id)) && adapter.Requester.Gap is { } requester ? requester
        : balancers.Members.Any(b => named.Contains(b.Item.Id)) ? adapter.Description.Gap : null;

    private static bool Holds(FileSystem system, Truth itself, ResourceSet<NetworkInterface> adapters) => itself.IsTrue
        || (system.NetworkInterfaces is { IsKnown: true } own && adapters.Members.Any(a => a.Doubt is null && own.Value.Contains(new(a.Item.Id))));

    /// <summary>A Karpenter pool's nodes have the groups of its node class.</summary>
    private static Fact<Items<Ref<SecurityGroup>>> GroupsOf(Environment environment, NodeGroup group) => group.NodeClass is { IsKnown: true, Value: { } reference }
        ? environment.Resolve(reference).Then(c => c.SecurityGroups) : group.SecurityGroups;

    /// <summary>Whether an interface is that of something which is named already.</summary>
    private static bool IsOf(NetworkInterface adapter, HashSet<string> named, ResourceSet<LoadBalancer> balancers, ResourceSet<Database> databases, ResourceSet<FileSystem> systems) =>
        (adapter.Instance is { IsKnown: true, Value: { } host } && named.Contains(host.Id))
        || (adapter.Requester is { IsKnown: true, Value: "amazon-rds" } && databases.Unlisted is null && databases.Members.Any(d => named.Contains(d.Item.Id)))
        || systems.Members.Any(f => named.Contains(f.Item.Id) && f.Item.NetworkInterfaces is { IsKnown: true } own && own.Value.Contains(new(adapter.Id)))
        || (adapter.Description is { IsKnown: true, Value: { } text } && balancers.Members.Any(b => named.Contains(b.Item.Id) && b.Item.Id.Split(":loadbalancer/") is [_, var name] && text == "ELB " + name));
}
