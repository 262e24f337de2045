using Scanner.Model;
using Scanner.Model.Snapshots;
using Fsx = Amazon.FSx.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>fsx:DescribeFileSystems and DescribeFileCaches, fsx:DescribeDataRepositoryAssociations for what they are linked to, and fsx:DescribeBackups.</summary>
internal sealed class FsxCollector : ICollector
{
    public Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        // once, and only where something is there that may be linked; side by side, so that a listing that is throttled keeps no other waiting
        var links = new Lazy<Task<Listing<Fsx.DataRepositoryAssociation>>>(() => DataRepositories.List(scope, cancellationToken));
        return Task.WhenAll(CollectSystems(links, scope, sink, cancellationToken), CollectCaches(links, scope, sink, cancellationToken));
    }

    private static async Task CollectSystems(
        Lazy<Task<Listing<Fsx.DataRepositoryAssociation>>> links, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var systems = await scope.Probe<FileSystem>().List("fsx:DescribeFileSystems",
            (token, stop) => scope.Clients.Fsx.DescribeFileSystemsAsync(new() { NextToken = token, MaxResults = 100 }, stop),
            page => page.NextToken, page => page.FileSystems, system => system.FileSystemId, cancellationToken);
        sink.Cover<FileSystem>(systems.Evidence, systems.Gap);
        foreach (var system in systems.Items) sink.Observe(system.Evidence, FsxFileSystems.Map(system));
        var found = systems.Items.Select(s => s.Value!).ToList();
        await Task.WhenAll(
            new FsxBackups(scope, sink).Collect(found, cancellationToken),
            CollectLinks([.. found.Where(DataRepositories.MayHave)], links, sink),
            new StorageVirtualMachines(scope, sink).Collect([.. found.Where(FsxDeployment.IsMultiZoneOntap)], cancellationToken));
    }

    private static async Task CollectLinks(IReadOnlyList<Fsx.FileSystem> systems, Lazy<Task<Listing<Fsx.DataRepositoryAssociation>>> links, SnapshotBuilder sink)
    {
        if (systems.Count == 0) return;
        var found = await links.Value;
        foreach (var system in systems)
            sink.Observe(found.Evidence, DataRepositories.Of(found, system.FileSystemId, FsxFileSystems.Key(system), system.LustreConfiguration?.DataRepositoryConfiguration));
    }

    private static async Task CollectCaches(
        Lazy<Task<Listing<Fsx.DataRepositoryAssociation>>> links, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var caches = await scope.Probe<FileSystem>().List("fsx:DescribeFileCaches",
            (token, stop) => scope.Clients.Fsx.DescribeFileCachesAsync(new() { NextToken = token, MaxResults = 100 }, stop),
            page => page.NextToken, page => page.FileCaches, cache => cache.FileCacheId, cancellationToken);
        sink.Cover<FileSystem>(caches.Evidence, caches.Gap);
        foreach (var cache in caches.Items) sink.Observe(cache.Evidence, FileCaches.Map(cache));
        if (caches.Items.Count == 0) return;
        var found = await links.Value;
        foreach (var cache in caches.Items) sink.Observe(found.Evidence, DataRepositories.Of(found, cache.Value!.FileCacheId, cache.Value.FileCacheId, null));
    }
}
