using Scanner.Check.Detection;
using Scanner.Collect.Workbench;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Check.Detection;

/// <summary>Hosts of an account, and what they say of their Workbench; or what hosts and files say, where nobody asked AWS.</summary>
internal sealed class HostWorld
{
    public const string Account = "aws/111111111111/us-east-1";
    private static readonly DateTimeOffset s_now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly List<(Plane Plane, Resource Resource)> _resources = [];
    private readonly Dictionary<string, string> _parameters = [];
    private readonly string _scope;
    private readonly HashSet<string> _denied = [];

    private HostWorld(string scope) => _scope = scope;

    /// <summary>An account in which everything was listed.</summary>
    public static HostWorld InAccount() => new(Account);

    /// <summary>What node facts and configuration files say, and nothing else.</summary>
    public static HostWorld FilesAlone() => new(ScopeName.DeclaredAws("test"));

    /// <summary>An instance that AWS lists, of a ParallelCluster or of none.</summary>
    public HostWorld Instance(string id, string? cluster = null, string state = "running")
    {
        _resources.Add((Plane.Live, new ComputeInstance
        {
            Id = id, Name = id, State = state, Cluster = cluster is null ? (Ref<Cluster>?)null : new Ref<Cluster>(cluster), Role = cluster is null ? NodeRole.Other : NodeRole.Login,
            Vpc = (Ref<Vpc>?)new Ref<Vpc>("vpc-1"), PrivateIps = (Items<string>)[], Ipv6Addresses = (Items<string>)[], IsWindows = Truth.Of(false, Evidence.Derived), Tags = new StringMap([new("Role", "workbench")]),
        }));
        return this;
    }

    /// <summary>What a host says of its Workbench.</summary>
    public HostWorld Told(string id, params (string Name, string Text)[] files)
    {
        _resources.Add((Plane.Probe, new ComputeInstance { Id = id, OperatingSystem = "ubuntu2204", HasWorkbench = Truth.Of(true, Evidence.Derived), HasSlurmClient = Truth.Of(false, Evidence.Derived) }));
        _resources.Add((Plane.Probe, Server($"{id}/workbench", new Ref<ComputeInstance>(id), files)));
        return this;
    }

    /// <summary>A host that says that it has no Workbench.</summary>
    public HostWorld Bare(string id, bool hasSlurm = false)
    {
        _resources.Add((Plane.Probe, new ComputeInstance { Id = id, OperatingSystem = "ubuntu2204", HasWorkbench = Truth.Of(false, Evidence.Derived), HasSlurmClient = Truth.Of(hasSlurm, Evidence.Derived), RunsSlurmController = Truth.Of(false, Evidence.Derived) }));
        return this;
    }

    /// <summary>A folder of configuration that any number of hosts may use.</summary>
    public HostWorld Folder(params (string Name, string Text)[] files)
    {
        _resources.Add((Plane.Declared, Server("declared://test/workbench/conf", null, files)));
        return this;
    }

    public HostWorld With(Resource resource)
    {
        _resources.Add((Plane.Live, resource));
        return this;
    }

    public HostWorld Parameter(string name, string value)
    {
        _parameters[name] = value;
        return this;
    }

    public HostWorld Deny(string action)
    {
        _denied.Add(action);
        return this;
    }

    public IReadOnlyList<Environment> Environments() => EnvironmentFinder.Find(Graph(), new Parameters(new StringMap(_parameters)));

    public Gap? Unlisted() => EnvironmentFinder.Unlisted(Graph(), new Parameters(new StringMap(_parameters)));

    public Scanner.Model.Findings.Detection Detect() => ArchitectureDetector.Detect(Environments().Single());

    private ResourceGraph Graph()
    {
        var builder = new SnapshotBuilder();
        foreach (var (plane, resource) in _resources) builder.Observe(new Evidence(plane, _scope, $"list {resource.GetType().Name}", s_now), resource);
        var isLive = _scope == Account;
        var actions = isLive ? new Dictionary<string, string[]>
        {
            [nameof(Cluster)] = ["cloudformation:DescribeStacks", "ec2:DescribeInstances"], [nameof(ComputeInstance)] = ["ec2:DescribeInstances"],
            [nameof(TargetGroup)] = ["elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTargetGroups"], [nameof(LoadBalancer)] = ["elasticloadbalancing:DescribeLoadBalancers"],
            [nameof(Database)] = ["rds:DescribeDBClusters", "rds:DescribeDBInstances", "rds:DescribeDBProxies"],
        } : [];
        var coverage = actions.SelectMany(a => a.Value.Select(action => new Coverage(a.Key, _scope, action, _denied.Contains(action) ? Refused(a.Key, action, GapCause.Denied) : null)));
        var told = new[] { nameof(ComputeInstance), nameof(WorkbenchServer) }.Where(k => !isLive || k == nameof(WorkbenchServer)).Select(k => new Coverage(k, _scope, "node facts", Refused(k, "node facts", GapCause.NotAsked)));
        var snapshot = builder.Build(new(Header.CurrentSchema, "test", s_now, s_now, [new ScanTarget("prod", [_scope], null)]));
        return new(snapshot with { Coverage = [.. coverage, .. told] });
    }

    private Gap Refused(string kind, string action, GapCause cause) => new(_scope, kind, action, cause, "not seen in the test", new(RemedyKind.Permission, action));

    private static WorkbenchServer Server(string id, Ref<ComputeInstance>? host, (string Name, string Text)[] files) => new()
    {
        Id = id, Name = id, Host = host, HasEveryFile = Truth.Of(true, Evidence.Derived), Files = files.Select(f => ConfigurationText.Read(f.Name, f.Text).Kept).ToItems(),
    };
}
