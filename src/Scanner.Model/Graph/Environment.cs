using Scanner.Model.Snapshots;

namespace Scanner.Model;

/// <summary>One Workbench installation or Slurm cluster: its part of the graph, its parameters, its network.</summary>
public sealed class Environment : ISubject, IShown
{
    private readonly ResourceGraph _graph;
    private readonly Lazy<Network> _network;
    private readonly Lazy<Aside<ResourceSet<EntryHop>>> _entryHops;
    private readonly Lazy<Aside<ResourceSet<Installation>>> _installations;
    private readonly Lazy<Aside<ResourceSet<ConfiguredServer>>> _servers;
    private readonly Lazy<Aside<ResourceSet<ComputeInstance>>> _hosts;

    internal Environment(ResourceGraph graph, Cluster cluster, IReadOnlyList<string> scopes, Parameters parameters, string? database = null)
    {
        (_graph, Cluster, Scopes, Parameters, HostsDatabase) = (graph, cluster, scopes, parameters, database);
        _hosts = new(() => Aside<ResourceSet<ComputeInstance>>.Of(() => new HostSearch(this).Workbench()));
        _network = new(() => new Network(this));
        _entryHops = new(() => Aside<ResourceSet<EntryHop>>.Of(() => Model.EntryHops.EntryHopsOf(this)));
        _installations = new(() => Aside<ResourceSet<Installation>>.Of(() => Model.Installations.InstallationsOf(this)));
        _servers = new(() => Aside<ResourceSet<ConfiguredServer>>.Of(() => Model.Servers.ServersOf(this)));
    }

    /// <summary>The cluster it is built on.</summary>
    public Cluster Cluster { get; }

    /// <summary>What the user said about it; what is not set is a gap.</summary>
    public Parameters Parameters { get; }

    /// <summary>Who can reach whom.</summary>
    public Network Network => _network.Value;

    /// <summary>The load balancers' hops that users come in through.</summary>
    public ResourceSet<EntryHop> EntryHops => _entryHops.Value.Tell();

    /// <summary>The Workbench installations in a Kubernetes cluster; none in an environment of another kind.</summary>
    public ResourceSet<Installation> Installations => _installations.Value.Tell();

    /// <summary>Every Workbench server by its configuration; incomplete where neither a host nor a file tells how it is configured.</summary>
    public ResourceSet<ConfiguredServer> Servers => _servers.Value.Tell();

    /// <summary>Whether it is built on a Kubernetes cluster, as that cluster's own API shows it.</summary>
    public bool IsKubernetes => ScopeName.IsKubernetes(Cluster.Scope);

    /// <summary>Whether it is Workbench on hosts that belong to no cluster; <see cref="Cluster"/> then has a name, and nothing of a cluster.</summary>
    public bool IsOnHosts => Cluster.Kind is { IsKnown: true, Value: ClusterKind.Hosts };

    /// <summary>When the scan began.</summary>
    public DateTimeOffset ScannedAt => _graph.Snapshot.Header.StartedAt;

    public string Id => Cluster.Id;

    public string Key => Cluster.Key;

    [MessageOnly]
    public string Label => Cluster.Label;

    /// <summary>The accounts and regions, clusters and files it may have parts in.</summary>
    internal IReadOnlyList<string> Scopes { get; }

    /// <summary>The database by which its hosts are told from those of other installations of the target; null where there are none.</summary>
    internal string? HostsDatabase { get; }

    /// <summary>The hosts outside clusters that run Workbench, in whatever state.</summary>
    internal ResourceSet<ComputeInstance> HostsOutsideClusters => _hosts.Value.Tell();

    internal ResourceGraph Graph => _graph;

    /// <summary>Every resource of one kind where the environment may have parts.</summary>
    public ResourceSet<T> Of<T>() where T : Resource => _graph.Of<T>(Scopes);

    /// <summary>The resource that a reference names; a gap where the scan did not see it.</summary>
    public Fact<T> Resolve<T>(Ref<T> reference) where T : Resource => _graph.Resolve(reference, Scopes);

    /// <summary>The resource that a property refers to; a gap where either was not seen.</summary>
    public Fact<T> Resolve<T>(Fact<Ref<T>> reference) where T : Resource => reference.Then(Resolve);

    /// <summary>The resources that a property refers to; the set is incomplete where some were not seen.</summary>
    public ResourceSet<T> Resolve<T>(Fact<Items<Ref<T>>> references) where T : Resource
    {
        Ledger.Touch(references.Source);
        if (!references.IsKnown) return new([], references.Gap);
        var found = references.Value.Select(Resolve);
        return new([.. found.Where(f => f.IsKnown).Select(f => new Member<T>(f.Value, null))], found.Select(f => f.Gap).FirstOrDefault(g => g is not null));
    }

    string IShown.Show() => Label;

    public override string ToString() => Label;

    /// <summary>What rules about <typeparamref name="T"/> judge here.</summary>
    internal ResourceSet<T> Subjects<T>() where T : class, ISubject
    {
        if (this is T self) return ResourceSet<T>.Of(self);
        if (typeof(T) == typeof(EntryHop)) return (ResourceSet<T>)(object)EntryHops;
        if (typeof(T) == typeof(Installation)) return (ResourceSet<T>)(object)Installations;
        if (typeof(T) == typeof(ConfiguredServer)) return (ResourceSet<T>)(object)Servers;
        return (ResourceSet<T>)s_of.MakeGenericMethod(typeof(T)).Invoke(this, null)!;
    }

    private static readonly System.Reflection.MethodInfo s_of = typeof(Environment).GetMethod(nameof(Of))!;
}
