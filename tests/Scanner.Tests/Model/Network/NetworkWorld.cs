using Scanner.Model;
using Scanner.Model.Snapshots;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Model.Network;

/// <summary>A small network whose facts can be hidden one by one, observed and built into an environment like any scan.</summary>
internal sealed class NetworkWorld
{
    public const string Scope = "111111111111/eu-west-1";

    private static readonly Evidence s_evidence = new(Plane.Live, Scope, "ec2:Describe", default);

    private readonly SortedDictionary<string, Spec> _specs = new(StringComparer.Ordinal);
    private readonly HashSet<(string Id, string Property)> _hidden = [];
    private readonly HashSet<Type> _denied = [];
    private readonly HashSet<string> _unseen = [];

    public IReadOnlyDictionary<string, Spec> Specs => _specs;

    /// <summary>An application host in one subnet, a database in another, and everything between them open.</summary>
    public static NetworkWorld AppAndDatabase() => new NetworkWorld().With(
        new VpcSpec("vpc-1", "10.0.0.0/16"),
        new SubnetSpec("subnet-app", "vpc-1", "a", "10.0.1.0/24"),
        new SubnetSpec("subnet-db", "vpc-1", "b", "10.0.2.0/24"),
        new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local"),
        new AclSpec("acl-app", "vpc-1", ["subnet-app"], "in 100 allow -1 * 0.0.0.0/0", "out 100 allow -1 * 0.0.0.0/0"),
        new AclSpec("acl-db", "vpc-1", ["subnet-db"], "in 100 allow -1 * 0.0.0.0/0", "out 100 allow -1 * 0.0.0.0/0"),
        new GroupSpec("sg-app", "vpc-1", "out -1 * 0.0.0.0/0"),
        new GroupSpec("sg-db", "vpc-1", "in tcp 5432-5432 sg-app"),
        new InterfaceSpec("eni-app", "vpc-1", "subnet-app", ["sg-app"], ["10.0.1.7"], [], "i-app"),
        new InstanceSpec("i-app", "eni-app"),
        new NodeGroupSpec("pool", ["subnet-app"], ["sg-app"]),
        new DatabaseSpec("db", DatabaseForm.Instance, "vpc-1", ["subnet-db"], ["sg-db"], ["b"]));

    public NetworkWorld With(params ReadOnlySpan<Spec> specs)
    {
        foreach (var spec in specs) _specs[spec.Id] = spec;
        return this;
    }

    public T Spec<T>(string id) where T : Spec => (T)_specs[id];

    /// <summary>Puts a gap in the place of one property.</summary>
    public NetworkWorld Hide(string id, string property)
    {
        _hidden.Add((id, property));
        return this;
    }

    /// <summary>The listing of a kind was refused; <paramref name="unseen"/> are not in the snapshot.</summary>
    public NetworkWorld Deny<T>(params ReadOnlySpan<string> unseen) where T : Resource => Deny(typeof(T), unseen);

    public NetworkWorld Deny(Type kind, params ReadOnlySpan<string> unseen)
    {
        _denied.Add(kind);
        foreach (var id in unseen) _unseen.Add(id);
        return this;
    }

    /// <summary>The same world, with nothing hidden yet.</summary>
    public NetworkWorld Copy() => new NetworkWorld().With([.. _specs.Values]);

    /// <param name="named">Whether facts keep the names of their properties, for whoever asks which decided.</param>
    public Environment Build(bool named = false)
    {
        var builder = new SnapshotBuilder();
        builder.Observe(s_evidence, new Cluster { Id = "cluster" });
        foreach (var spec in _specs.Values.Where(s => !_unseen.Contains(s.Id))) builder.Observe(s_evidence, Make(spec));
        Cover<Vpc>(builder);
        Cover<Subnet>(builder);
        Cover<RouteTable>(builder);
        Cover<NetworkAcl>(builder);
        Cover<SecurityGroup>(builder);
        Cover<PrefixList>(builder);
        Cover<PeeringConnection>(builder);
        Cover<NetworkInterface>(builder);
        Cover<ComputeInstance>(builder);
        Cover<NodeGroup>(builder);
        Cover<Database>(builder);
        Cover<FileSystem>(builder);
        Cover<LoadBalancer>(builder);
        var graph = new ResourceGraph(builder.Build(new Header(Header.CurrentSchema, "test", default, default, [])), named);
        return new(graph, graph.Find<Cluster>("cluster")!, [Scope], Parameters.None);
    }

    private void Cover<T>(SnapshotBuilder builder) where T : Resource =>
        builder.Cover<T>(Scope, "list:" + typeof(T).Name, _denied.Contains(typeof(T)) ? GapOf("list:" + typeof(T).Name) : null);

    public static Gap GapOf(string action) => new(Scope, "", action, GapCause.Denied, "AccessDenied", new(RemedyKind.Permission, action));

    private Fact<T> F<T>(Spec spec, string property, T value) =>
        _hidden.Contains((spec.Id, property)) ? new(GapOf($"{spec.Id}.{property}")) : new(value, s_evidence);

    private Truth T(Spec spec, string property, bool value) =>
        _hidden.Contains((spec.Id, property)) ? Truth.Unknown(GapOf($"{spec.Id}.{property}")) : Truth.Of(value, s_evidence);

    private Resource Make(Spec spec) => spec switch
    {
        VpcSpec s => new Vpc { Id = s.Id, Cidrs = F(s, "Cidrs", s.Cidrs.Select(SpecText.Block).ToItems()) },
        SubnetSpec s => new Subnet
        {
            Id = s.Id, Vpc = F(s, "Vpc", new Ref<Vpc>(s.Vpc)), AvailabilityZone = F(s, "AvailabilityZone", s.Zone),
            Cidr = F(s, "Cidr", (Cidr?)SpecText.Block(s.Cidr)), Ipv6Cidrs = F(s, "Ipv6Cidrs", s.Ipv6 is null ? [] : Items.Create([SpecText.Block(s.Ipv6)])),
        },
        TableSpec s => new RouteTable
        {
            Id = s.Id, Vpc = F(s, "Vpc", new Ref<Vpc>(s.Vpc)), IsMain = T(s, "IsMain", s.Main), Subnets = F(s, "Subnets", Refs<Subnet>(s.Subnets)),
            Routes = F(s, "Routes", s.Routes.Select(SpecText.Route).ToItems()),
        },
        AclSpec s => new NetworkAcl
        {
            Id = s.Id, Vpc = F(s, "Vpc", new Ref<Vpc>(s.Vpc)), Subnets = F(s, "Subnets", Refs<Subnet>(s.Subnets)), Entries = F(s, "Entries", s.Entries.Select(SpecText.Entry).ToItems()),
        },
        GroupSpec s => new SecurityGroup
        {
            Id = s.Id, Vpc = F(s, "Vpc", new Ref<Vpc>(s.Vpc)), Ingress = F(s, "Ingress", SpecText.Rules(s, "in")), Egress = F(s, "Egress", SpecText.Rules(s, "out")),
        },
        ListSpec s => new PrefixList { Id = s.Id, Entries = F(s, "Entries", s.Entries.Select(SpecText.Block).ToItems()) },
        PeeringSpec s => new PeeringConnection
        {
            Id = s.Id, Requester = F(s, "Requester", new Ref<Vpc>(s.Requester)), Accepter = F(s, "Accepter", new Ref<Vpc>(s.Accepter)),
            Status = F(s, "Status", s.Status), IsWithinRegion = T(s, "IsWithinRegion", s.WithinRegion),
        },
        InterfaceSpec s => Make(s),
        InstanceSpec s => Make(s),
        NodeGroupSpec s => new NodeGroup { Id = s.Id, NodeClass = new((Ref<NodeClass>?)null, s_evidence), Subnets = F(s, "Subnets", Refs<Subnet>(s.Subnets)), SecurityGroups = F(s, "SecurityGroups", Refs<SecurityGroup>(s.Groups)) },
        DatabaseSpec s => Make(s),
        FileSystemSpec s => new FileSystem
        {
            Id = s.Id, Type = F(s, "Type", s.Type), DeploymentType = F(s, "DeploymentType", s.Deployment), Vpc = F(s, "Vpc", (Ref<Vpc>?)new Ref<Vpc>(s.Vpc)),
            Subnets = F(s, "Subnets", Refs<Subnet>(s.Subnets)), SecurityGroups = F(s, "SecurityGroups", Refs<SecurityGroup>(s.Groups)),
            NetworkInterfaces = F(s, "NetworkInterfaces", Refs<NetworkInterface>(s.Interfaces)),
            EndpointIps = F(s, "EndpointIps", s.EndpointIps.ToItems()), RouteTables = F(s, "RouteTables", Refs<RouteTable>(s.Tables)),
        },
        LoadBalancerSpec s => new LoadBalancer
        {
            Id = s.Id, Type = F(s, "Type", s.Type), Scheme = F(s, "Scheme", s.Public ? "internet-facing" : "internal"), Vpc = F(s, "Vpc", new Ref<Vpc>(s.Vpc)),
            Subnets = F(s, "Subnets", Refs<Subnet>(s.Subnets)), SecurityGroups = F(s, "SecurityGroups", Refs<SecurityGroup>(s.Groups)),
        },
        _ => throw new InvalidOperationException(spec.GetType().Name),
    };

    private NetworkInterface Make(InterfaceSpec s) => new()
    {
        Id = s.Id, Vpc = F(s, "Vpc", new Ref<Vpc>(s.Vpc)), Subnet = F(s, "Subnet", new Ref<Subnet>(s.Subnet)), SecurityGroups = F(s, "SecurityGroups", Refs<SecurityGroup>(s.Groups)),
        PrivateIps = F(s, "PrivateIps", s.Ips.ToItems()), Ipv6Addresses = F(s, "Ipv6Addresses", s.Ipv6.ToItems()), PublicIp = F(s, "PublicIp", s.PublicIp),
        Description = F(s, "Description", s.Description), Instance = F(s, "Instance", s.Instance is null ? null : (Ref<ComputeInstance>?)new Ref<ComputeInstance>(s.Instance)),
    };

    private ComputeInstance Make(InstanceSpec s)
    {
        var all = s.Interfaces.Select(Spec<InterfaceSpec>).ToList();
        return new()
        {
            Id = s.Id, State = F(s, "State", "running"), NetworkInterfaces = F(s, "NetworkInterfaces", Refs<NetworkInterface>(s.Interfaces)),
            Subnet = F(s, "Subnet", all.Count == 0 ? null : (Ref<Subnet>?)new Ref<Subnet>(all[0].Subnet)),
            SecurityGroups = F(s, "SecurityGroups", Refs<SecurityGroup>(all.Count == 0 ? [] : all[0].Groups)), PrivateIps = F(s, "PrivateIps", all.SelectMany(i => i.Ips).ToItems()),
            Ipv6Addresses = F(s, "Ipv6Addresses", all.SelectMany(i => i.Ipv6).ToItems()), PublicIp = F(s, "PublicIp", all.Count == 0 ? null : all[0].PublicIp),
        };
    }

    private Database Make(DatabaseSpec s) => new()
    {
        Id = s.Id, Name = F<string?>(s, "Name", s.Id), Form = F(s, "Form", s.Form), Vpc = F(s, "Vpc", (Ref<Vpc>?)new Ref<Vpc>(s.Vpc)), Subnets = F(s, "Subnets", Refs<Subnet>(s.Subnets)), Port = F(s, "Port", s.Port),
        SecurityGroups = F(s, "SecurityGroups", Refs<SecurityGroup>(s.Groups)), AvailabilityZones = F(s, "AvailabilityZones", s.Zones.ToItems()), IsMultiAz = T(s, "IsMultiAz", s.MultiAz),
        IsPubliclyAccessible = T(s, "IsPubliclyAccessible", s.Public), ClusterIdentifier = F(s, "ClusterIdentifier", s.Cluster), Fronts = F(s, "Fronts", Refs<Database>(s.Fronts)),
    };

    private static Items<Ref<TResource>> Refs<TResource>(string[] ids) where TResource : Resource => ids.Select(id => new Ref<TResource>(id)).ToItems();
}
