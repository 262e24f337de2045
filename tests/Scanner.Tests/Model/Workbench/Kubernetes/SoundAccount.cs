using Scanner.Model;
using Scanner.Tests.Model.Network;
using static Scanner.Tests.Model.Workbench.Kubernetes.SoundCluster;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

/// <summary>What a sound cluster's account shows.</summary>
internal static class SoundAccount
{
    public const string Eks = "arn:aws:eks:us-east-1:111111111111:cluster/wb", Balancer = "arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/app/wb/1", TargetGroup = "tg-1", Managed = "arn:ng-core", Database = "db-1", Host = "workbench.example.com", EntryName = "wb-1.us-east-1.elb.amazonaws.com";

    public static readonly Items<Ref<Subnet>> NodeSubnets = Refs<Subnet>("subnet-a", "subnet-b", "subnet-c");

    public static IEnumerable<Resource> Resources =>
    [
        new Cluster
        {
            Id = Eks, Name = "wb", Kind = ClusterKind.Eks, Status = "ACTIVE", Endpoint = "https://ABC.gr7.us-east-1.eks.amazonaws.com", Vpc = new Ref<Vpc>("vpc-1"), Subnets = NodeSubnets, IsAutoMode = false,
        },
        new NodeGroup
        {
            Id = Managed, Name = "core", Provisioner = Provisioner.EksManaged, Cluster = new Ref<Cluster>(Eks), Status = "ACTIVE", Desired = 3, Subnets = NodeSubnets, Taints = Many<Taint>(), Labels = Map(),
        },
        new Vpc { Id = "vpc-1", Cidrs = Many(SpecText.Block("10.0.0.0/16")) },
        Subnet("a", "10.0.1.0/24"), Subnet("b", "10.0.2.0/24"), Subnet("c", "10.0.3.0/24"), Subnet("db", "10.0.9.0/25"), Subnet("db-b", "10.0.9.128/25"), Subnet("out-a", "10.0.101.0/24"), Subnet("out-b", "10.0.102.0/24"),
        new RouteTable { Id = "rtb-1", Vpc = new Ref<Vpc>("vpc-1"), IsMain = true, Subnets = Many<Ref<Subnet>>(), Routes = Many(SpecText.Route("10.0.0.0/16 local")) },
        new RouteTable
        {
            Id = "rtb-out", Vpc = new Ref<Vpc>("vpc-1"), IsMain = false, Subnets = Refs<Subnet>("subnet-out-a", "subnet-out-b"),
            Routes = Many(SpecText.Route("10.0.0.0/16 local"), new Route(SpecText.Block("0.0.0.0/0"), null, "igw-1", RouteTargetKind.InternetGateway, true)),
        },
        new DnsRecord { Id = "route53://Z1/" + Host + "/A", Name = Host, Type = "A", Targets = Many(EntryName), IsPrivate = false },
        new NetworkAcl
        {
            Id = "acl-1", Vpc = new Ref<Vpc>("vpc-1"), Subnets = Refs<Subnet>("subnet-a", "subnet-b", "subnet-c", "subnet-db", "subnet-db-b"),
            Entries = Many(SpecText.Entry("in 100 allow -1 * 0.0.0.0/0"), SpecText.Entry("out 100 allow -1 * 0.0.0.0/0")),
        },
        Group("sg-node", [], [new("-1", null, null, PeerKind.Cidr, "0.0.0.0/0", null)]),
        Group("sg-db", [new("tcp", 5432, 5432, PeerKind.SecurityGroup, "sg-node", null)], []),
        Interface("a", "10.0.1.10", "10.0.1.11", "10.0.1.12"), Interface("b", "10.0.2.10", "10.0.2.11"), Interface("c", "10.0.3.10", "10.0.3.11"), Interface("s", "10.0.1.20", "10.0.1.21"),
        Instance("a"), Instance("b"), Instance("c"), Instance("s"),
        new Database
        {
            Id = Database, Name = Database, Engine = DatabaseEngine.Postgres, Form = DatabaseForm.Instance, Status = "available", Vpc = new Ref<Vpc>("vpc-1"), Subnets = Refs<Subnet>("subnet-db", "subnet-db-b"), Port = 5432,
            SecurityGroups = Refs<SecurityGroup>("sg-db"), AvailabilityZones = Many("us-east-1a", "us-east-1b"), IsMultiAz = true, IsPubliclyAccessible = false, ReplicaOf = (string?)null, ClusterIdentifier = (string?)null,
            Endpoints = Many("db.example"), ReaderEndpoints = Many<string>(), Fronts = Many<Ref<Database>>(),
        },
        FileSystem(FileSystemId, FileSystemType.OpenZfs, "eni-fs"),
        new LoadBalancer
        {
            Id = Balancer, Name = "wb", Type = LoadBalancerType.Application, State = "active", Vpc = new Ref<Vpc>("vpc-1"), Tags = Map(("elbv2.k8s.aws/cluster", "wb")), DnsName = EntryName,
            Scheme = "internet-facing", Subnets = Refs<Subnet>("subnet-out-a", "subnet-out-b"), AvailabilityZones = Many("us-east-1a", "us-east-1b", "us-east-1c"), ListenerRules = Many<ListenerRule>(),
            Listeners = Many(new Listener("listener", 443, "HTTPS", [new(new Ref<TargetGroup>(TargetGroup), 1, false)])),
        },
        new TargetGroup
        {
            Id = TargetGroup, Name = "wb", Port = 8787, Protocol = "HTTP", TargetType = "ip", Vpc = new Ref<Vpc>("vpc-1"), IsStickinessEnabled = true, StickinessType = "lb_cookie", StickinessSeconds = 86400,
            Targets = Many(new Target("10.0.1.11", 8787, "healthy", null), new("10.0.2.11", 8787, "healthy", null), new("10.0.3.11", 8787, "healthy", null)),
        },
    ];

    public static Items<Ref<T>> Refs<T>(params string[] ids) where T : Resource => ids.Select(id => new Ref<T>(id)).ToItems();

    public static Subnet Subnet(string name, string block, string vpc = "vpc-1") => new()
    {
        Id = "subnet-" + name, Vpc = new Ref<Vpc>(vpc), AvailabilityZone = "us-east-1" + (name is "b" or "c" ? name : name.EndsWith("-b", StringComparison.Ordinal) ? "b" : "a"), Cidr = SpecText.Block(block), Ipv6Cidrs = Many<Cidr>(),
    };

    public static SecurityGroup Group(string id, SecurityGroupRule[] ingress, SecurityGroupRule[] egress) => new() { Id = id, Vpc = new Ref<Vpc>("vpc-1"), Ingress = Many(ingress), Egress = Many(egress) };

    public static NetworkInterface Interface(string node, params string[] ips) => Card("eni-" + node, "subnet-" + (node == "s" ? "a" : node), "sg-node", "i-" + node, ips);

    public static NetworkInterface Card(string id, string subnet, string group, string? instance, string[] ips, string vpc = "vpc-1") => new()
    {
        Id = id, Vpc = new Ref<Vpc>(vpc), Subnet = new Ref<Subnet>(subnet), SecurityGroups = Refs<SecurityGroup>(group), PrivateIps = Many(ips), Ipv6Addresses = Many<string>(), PublicIp = (string?)null,
        Description = (string?)null, Instance = instance is null ? null : (Ref<ComputeInstance>?)new Ref<ComputeInstance>(instance),
    };

    public static ComputeInstance Instance(string node) => new()
    {
        Id = "i-" + node, State = "running", AvailabilityZone = "us-east-1" + (node == "s" ? "a" : node), Vpc = new Ref<Vpc>("vpc-1"), Subnet = new Ref<Subnet>("subnet-" + (node == "s" ? "a" : node)),
        NetworkInterfaces = Refs<NetworkInterface>("eni-" + node), SecurityGroups = Refs<SecurityGroup>("sg-node"), PrivateIps = Many<string>(), Ipv6Addresses = Many<string>(), PublicIp = (string?)null,
        Tags = Map(("eks:cluster-name", "wb")),
    };

    public static FileSystem FileSystem(string id, FileSystemType type, params string[] cards) => new()
    {
        Id = id, Name = (string?)null, Type = type, DnsName = id + ".fsx.us-east-1.amazonaws.com", Vpc = new Ref<Vpc>("vpc-1"), NetworkInterfaces = Refs<NetworkInterface>(cards),
        Subnets = Refs<Subnet>("subnet-a", "subnet-b"), DeploymentType = "MULTI_AZ_1", StorageType = "SSD", CapacityGiB = 2400, CreatedAt = KubernetesWorld.Now.AddDays(-9),
    };
}
