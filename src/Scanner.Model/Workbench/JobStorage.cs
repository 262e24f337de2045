namespace Scanner.Model;

/// <summary>What jobs find at a path.</summary>
public static class JobStorage
{
    /// <summary>
    /// What a path lies on where jobs run: by the word of running compute nodes, and for queues without such by what ParallelCluster mounts
    /// on their nodes. Incomplete where that of some queue cannot be told.
    /// </summary>
    public static ResourceSet<MountedStorage> JobStorageAt(this Environment environment, string path)
    {
        var (groups, nodes) = (environment.SessionGroups(), environment.ComputeNodes().Where(node => node.IsRunning));
        var told = groups.Members.SelectMany(group => At(environment, group, nodes, path)).ToList();
        var unseen = groups.Unlisted ?? told.Select(at => at.Gap ?? Unclear(at.Value, path)).FirstOrDefault(gap => gap is not null);
        var found = told.Where(at => at.IsKnown && Unclear(at.Value, path) is null).Select(at => at.Value).DistinctBy(at => (at.Type, at.MountDir, at.Source, at.FileSystem?.Id));
        return new([.. found.Select(at => new Member<MountedStorage>(at, null))], unseen);
    }

    private static IReadOnlyList<Fact<MountedStorage>> At(Environment environment, Member<NodeGroup> group, ResourceSet<ComputeInstance> nodes, string path)
    {
        if (group.Doubt is { } doubt) return [new Fact<MountedStorage>(doubt)];
        var own = nodes.Members.Where(n => n.Doubt is null && n.Item.Mounts.IsKnown && group.Item.Pool is { IsKnown: true, Value: { } pool } && (n.Item.Pool == pool).IsTrue).ToList();
        return own.Count > 0 ? own.ConvertAll(n => environment.StorageAt(n.Item, path)) : [environment.StorageAt(group.Item, path)];
    }

    /// <summary>An NFS server that is named by its address may be any file system, EFS among them.</summary>
    private static Gap? Unclear(MountedStorage storage, string path) => storage.Type is not FileSystemType.Nfs ? null : new("", nameof(FileSystem), path, GapCause.Undecidable,
        OneLine.Of($"jobs have {storage.Label} at {path}, and which file system that is cannot be told"), new(RemedyKind.Attestation, OneLine.Of($"what {storage.Source} is")));
}
