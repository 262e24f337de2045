using Scanner.Collect.ParallelCluster;
using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.Declared.ParallelCluster;

/// <summary>A cluster, its node groups and its storage, as one configuration declares them.</summary>
/// <param name="file">The file.</param>
/// <param name="config">The configuration, which may be a part of the file.</param>
/// <param name="name">The cluster's name.</param>
/// <param name="scope">What the file is about.</param>
/// <param name="title">What the file is, as gaps name it.</param>
/// <param name="sink">Takes what is found.</param>
internal sealed class DeclaredCluster(DeclaredText file, YamlPlace config, string name, DeclaredScope scope, string title, DeclaredSink sink)
{
    private const int MostGroups = 1000; // a cluster has 50 compute resources at most, and 10 login pools

    private readonly KeyPlaces _keys = new(file);
    private readonly Ref<Cluster> _cluster = new($"declared://{scope.Target}/{ParallelClusterNode.ClusterKey(name)}");

    /// <exception cref="DeclaredException">The file is none that ParallelCluster would take.</exception>
    public void Read()
    {
        if (YamlSize.TooLarge(config) is { } place) throw file.Error(place.Line, place.Column, $"larger than {YamlSize.Largest} parts with its aliases written out, or within itself");
        // each node group tells the place of each
        if (KeyPlaces.Elements(config, "SharedStorage").Skip(DeclaredStorage.MostEntries).FirstOrDefault() is { } storage)
            throw _keys.Error(storage, $"more than {DeclaredStorage.MostEntries} entries of SharedStorage, which no cluster has: hand over the configuration of one cluster");
        Placeholders.Mark(config);
        KnownKeys.Unknown(config, (key, at) => sink.Unknown(file.At(at), key));
        var evidence = Evidence(config);
        var answer = new Answer<YamlPlace>(evidence, nameof(Cluster), config, null);
        sink.Observe(evidence, ClusterConfiguration.Map(answer, _cluster, name, Alone<Cluster>()), new PropertyPlaces(_keys, config).OfCluster());
        sink.Cover<Cluster>(scope.Aws, title, null);
        sink.Cover<NodeGroup>(scope.Aws, title, Groups(answer)); // of anything else there may be more, in the account or in other files
        new DeclaredStorage(this, evidence, sink, _keys, config).Read();
    }

    /// <summary>The key and id of storage that the cluster makes.</summary>
    public (string Id, string Key) Managed(string type, string storage) => (StorageId(storage), ManagedStorage.Key(name, type, storage));

    public Evidence Evidence(YamlPlace place) => scope.Evidence(scope.Aws, title, file.At(place));

    /// <summary>Why what only the account shows is not known; it hides nothing that the account says.</summary>
    public Gap Unseen<T>() where T : Resource => NotDeclared.Gap<T>(scope.Aws, title);

    /// <summary>An answer about a part of the configuration.</summary>
    public Answer<YamlPlace> Part<T>(YamlPlace place) where T : Resource => new(Evidence(place), typeof(T).Name, place, null);

    private FileAlone Alone<T>() where T : Resource => new(Unseen<T>(), StorageId);

    private string StorageId(string storage) => $"{_cluster.Id}/storage/{storage}";

    /// <returns>Why there may be more groups; null where these are all.</returns>
    private Gap? Groups(Answer<YamlPlace> answer)
    {
        var read = DeclaredGroup.Read(new(answer.Evidence, nameof(NodeGroup), config, null), _cluster, name);
        var groups = read.Where(part => part.IsKnown).SelectMany(part => part.Value).ToList();
        if (groups.Count > MostGroups) throw file.Error(config.Line, config.Column, $"{groups.Count} node groups, which no cluster has: hand over the configuration of one cluster");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            if (!seen.Add(group.Identity.Id)) throw file.Error(group.Node.Line, group.Node.Column, "a second node group of this name");
            sink.Observe(Evidence(group.Node), group.Map(Evidence(group.Node), Alone<NodeGroup>()), new PropertyPlaces(_keys, config).OfGroup(group));
        }
        if (read.Select(part => part.Gap).FirstOrDefault(gap => gap is not null) is { } unknown) return unknown;
        var batch = answer.Map(c => c.Need("Scheduling/Scheduler").Text());
        return batch is { IsKnown: true, Value: "slurm" } ? null : batch.Gap ?? Unseen<NodeGroup>(); // AWS Batch makes the nodes of its queues itself
    }
}
