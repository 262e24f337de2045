using Scanner.Model;
using Scanner.Model.Snapshots;
using Rds = Amazon.RDS.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>rds:DescribeDBInstances, DescribeDBClusters and DescribeDBProxies; clusters need rds:DescribeDBSubnetGroups for their subnets.</summary>
internal sealed class DatabaseCollector : ICollector
{
    public Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        // side by side, so that one listing that is throttled keeps no other waiting
        var instances = ListInstances(scope, sink, cancellationToken);
        return Task.WhenAll(instances, CollectClusters(scope, sink, instances, cancellationToken), new DatabaseProxies(scope, sink).Collect(cancellationToken));
    }

    private static async Task<Listing<Rds.DBInstance>> ListInstances(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var instances = await scope.Probe<Database>().List("rds:DescribeDBInstances",
            (token, stop) => scope.Clients.Rds.DescribeDBInstancesAsync(new() { Marker = token, MaxRecords = 100 }, stop),
            page => page.Marker, page => page.DBInstances, instance => instance.DBInstanceIdentifier, cancellationToken);
        sink.Cover<Database>(instances.Evidence, instances.Gap);
        foreach (var instance in instances.Items) sink.Observe(instance.Evidence, DatabaseInstances.Map(instance, scope));
        return instances;
    }

    private static async Task CollectClusters(AwsScope scope, SnapshotBuilder sink, Task<Listing<Rds.DBInstance>> instances, CancellationToken cancellationToken)
    {
        var clusters = await scope.Probe<Database>().List("rds:DescribeDBClusters",
            (token, stop) => scope.Clients.Rds.DescribeDBClustersAsync(new() { Marker = token, MaxRecords = 100 }, stop),
            page => page.Marker, page => page.DBClusters, cluster => cluster.DBClusterIdentifier, cancellationToken);
        sink.Cover<Database>(clusters.Evidence, clusters.Gap);
        foreach (var cluster in clusters.Items) sink.Observe(cluster.Evidence, DatabaseClusters.Map(cluster, scope));
        if (clusters.Items.Count > 0) await CollectPlaces(clusters, instances, scope, sink, cancellationToken);
    }

    private static async Task CollectPlaces(
        Listing<Rds.DBCluster> clusters, Task<Listing<Rds.DBInstance>> instances, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var groups = await scope.Probe<Database>().List("rds:DescribeDBSubnetGroups",
            (token, stop) => scope.Clients.Rds.DescribeDBSubnetGroupsAsync(new() { Marker = token, MaxRecords = 100 }, stop),
            page => page.Marker, page => page.DBSubnetGroups, group => group.DBSubnetGroupName, cancellationToken);
        var members = await instances;
        foreach (var cluster in clusters.Items)
        {
            sink.Observe(groups.Evidence, DatabaseClusters.Place(cluster.Value!, groups, scope));
            sink.Observe(members.Evidence, DatabaseClusters.Zones(cluster.Value!, members, scope));
        }
    }
}
