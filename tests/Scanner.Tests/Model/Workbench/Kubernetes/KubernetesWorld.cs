using System.Text.Json;
using Scanner.Check;
using Scanner.Check.Detection;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

/// <summary>A small EKS deployment whose objects can be changed and hidden one by one, seen like any scan: through the cluster and through AWS.</summary>
internal sealed class KubernetesWorld
{
    public const string Cluster = "k8s/test";
    public const string Account = "aws/111111111111/us-east-1";
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly Dictionary<string, string[]> s_listings = new(StringComparer.Ordinal)
    {
        [nameof(Scanner.Model.Cluster)] = ["cloudformation:DescribeStacks", "ec2:DescribeInstances", "eks:ListClusters"],
        [nameof(Database)] = ["rds:DescribeDBClusters", "rds:DescribeDBInstances", "rds:DescribeDBProxies"],
        [nameof(FileSystem)] = ["elasticfilesystem:DescribeFileSystems", "fsx:DescribeFileCaches", "fsx:DescribeFileSystems"],
        [nameof(NodeGroup)] = ["autoscaling:DescribeAutoScalingGroups", "ec2:DescribeInstances", "ec2:DescribeLaunchTemplateVersions", "eks:ListClusters", "eks:ListFargateProfiles", "eks:ListNodegroups"],
        [nameof(TargetGroup)] = ["elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTargetGroups"],
    };

    private readonly SortedDictionary<(string Kind, string Id), Resource> _resources = [];
    private readonly Dictionary<(string Id, string Property), object?> _set = [];
    private readonly Dictionary<(string Id, string Property), GapCause> _hidden = [];
    private readonly HashSet<(string Kind, string Scope)> _denied = [];
    private readonly Dictionary<string, string> _parameters = [];
    private string[] _scopes = [Cluster, Account];

    /// <summary>A deployment that every rule is content with.</summary>
    public static KubernetesWorld Sound() => new KubernetesWorld().With(SoundCluster.Objects).With(SoundAccount.Resources)
        .Parameter("sessionProfile", "avgCpu=6,avgMemGiB=20,maxCpu=8,maxMemGiB=32");

    public KubernetesWorld With(params IEnumerable<Resource> resources)
    {
        foreach (var resource in resources) _resources[(resource.GetType().Name, resource.Id)] = resource;
        return this;
    }

    public KubernetesWorld Without(params ReadOnlySpan<string> ids)
    {
        foreach (var id in ids)
            foreach (var key in _resources.Keys.Where(k => k.Id == id || k.Kind == id).ToList()) _resources.Remove(key);
        return this;
    }

    /// <summary>Another value of one property.</summary>
    public KubernetesWorld Set(string id, string property, object? value)
    {
        _set[(id, property)] = value;
        return this;
    }

    /// <summary>Puts a gap in the place of one property.</summary>
    public KubernetesWorld Hide(string id, string property, GapCause cause = GapCause.Denied)
    {
        _hidden[(id, property)] = cause;
        return this;
    }

    /// <summary>The listing of a kind was refused, so that none of it was seen.</summary>
    public KubernetesWorld Deny<T>(string scope) where T : Resource => Deny(typeof(T).Name, scope);

    public KubernetesWorld Deny(string kind, string scope)
    {
        _denied.Add((kind, scope));
        return this;
    }

    public KubernetesWorld Parameter(string name, string value)
    {
        _parameters[name] = value;
        return this;
    }

    /// <summary>The scan looked at these only.</summary>
    public KubernetesWorld Only(params string[] scopes)
    {
        _scopes = scopes;
        return this;
    }

    public IEnumerable<(string Kind, string Id)> Ids => _resources.Keys;

    public IEnumerable<(string Kind, string Scope)> Listings => Snapshot().Coverage.Select(c => (c.Kind, c.Scope)).Distinct();

    public IEnumerable<(string Id, string Property)> Properties => Snapshot().Observations.SelectMany(o => o.Properties.Select(p => (o.Id, p.Name)));

    public Environment Environment() => EnvironmentFinder.Find(new ResourceGraph(Snapshot()), Parameters()).Single(e => e.IsKubernetes);

    public Installation Installation() => Environment().Installations.Members.Single().Item;

    public Scanner.Model.Findings.Detection Detect() => ArchitectureDetector.Detect(Environment());

    public ScanReport Check(IReadOnlyList<LoadedRule> rules, bool trace = false) => Checker.Check(Snapshot(), Parameters(), rules, trace, TestContext.Current.CancellationToken);

    public Snapshot Snapshot()
    {
        var builder = new SnapshotBuilder();
        foreach (var resource in _resources.Values.Where(r => _scopes.Contains(ScopeOf(r)) && !_denied.Contains((r.GetType().Name, ScopeOf(r)))))
            builder.Observe(new Evidence(Plane.Live, ScopeOf(resource), $"list {resource.GetType().Name}", Now), resource);
        foreach (var scope in _scopes)
            foreach (var kind in KindSchema.All.Select(k => k.Name).Where(k => ScopeKinds.Shows(scope, KindSchema.Find(k)!.Type))) Cover(builder, kind, scope);
        var header = new Header(Header.CurrentSchema, "test", Now, Now, [new ScanTarget("test", _scopes.ToItems(), null)]);
        var snapshot = builder.Build(header);
        return snapshot with { Observations = [.. snapshot.Observations.Select(Mutated)] };
    }

    private Parameters Parameters() => new(new StringMap(_parameters));

    private void Cover(SnapshotBuilder builder, string kind, string scope)
    {
        var cover = typeof(SnapshotBuilder).GetMethod(nameof(SnapshotBuilder.Cover))!.MakeGenericMethod(KindSchema.Find(kind)!.Type);
        var actions = scope == Account && s_listings.TryGetValue(kind, out var listings) ? listings : [$"list {kind}"];
        foreach (var action in actions)
            cover.Invoke(builder, [scope, action, _denied.Contains((kind, scope)) ? Gap(scope, kind, action, GapCause.Denied) : null]);
    }

    private Observation Mutated(Observation observation) => observation with { Properties = [.. observation.Properties.Select(p => Mutated(observation, p)), .. Added(observation)] };

    private Property Mutated(Observation observation, Property property) =>
        _hidden.TryGetValue((observation.Id, property.Name), out var cause) ? new(property.Name, default, Gap(observation.Evidence.Scope, observation.Kind, property.Name, cause))
        : _set.TryGetValue((observation.Id, property.Name), out var value) ? new(property.Name, Json(observation.Kind, property.Name, value), null)
        : property;

    private IEnumerable<Property> Added(Observation observation) => _set
        .Where(s => s.Key.Id == observation.Id && KindSchema.Find(observation.Kind)!.Properties.ContainsKey(s.Key.Property) && !observation.Properties.Any(p => p.Name == s.Key.Property))
        .Select(s => new Property(s.Key.Property, Json(observation.Kind, s.Key.Property, s.Value), null));

    private static JsonElement Json(string kind, string property, object? value) =>
        JsonSerializer.SerializeToElement(value, KindSchema.Find(kind)!.Properties[property].ValueType, SnapshotJson.Options);

    private static string ScopeOf(Resource resource) => resource.Id.StartsWith("k8s", StringComparison.Ordinal) ? Cluster : Account;

    private static Gap Gap(string scope, string kind, string action, GapCause cause) => new(scope, kind, action, cause, "refused by the test", new(RemedyKind.Permission, action));
}
