using Scanner.Model;
using Scanner.Model.Snapshots;
using Rds = Amazon.RDS.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>rds:DescribeDBInstances, DescribeDBClusters and DescribeDBProxies; clusters need rds:DescribeDBSubnetGroups for their subnets.</summary>
internal sealed class DatabaseCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var probe = scope.Probe<Database>();
        var instances = await probe.List("rds:DescribeDBInstances",
            (token, stop) => scope.Clients.Rds.DescribeDBInstancesAsync(new() { Marker = token, MaxRecords = 100 }, stop),
            page => page.Marker, page => page.DBInstances, instance => instance.DBInstanceIdentifier, cancellationToken);
        sink.Cover<Database>(instances.Evidence, instances.Gap);
        foreach (var instance in instances.Items) sink.Observe(instance.Evidence, DatabaseInstances.Map(instance, scope));
        await CollectClusters(scope, sink, instances, cancellationToken);
        await new DatabaseProxies(scope, sink).Collect(cancellationToken);
    }

    private static async Task CollectClusters(AwsScope scope, SnapshotBuilder sink, Listing<Rds.DBInstance> instances, CancellationToken cancellationToken)
    {
        var probe = scope.Probe<Database>();
        var clusters = await probe.List("rds:DescribeDBClusters",
            (token, stop) => scope.Clients.Rds.DescribeDBClustersAsync(new() { Marker = token, MaxRecords = 100 }, stop),
            page => page.Marker, page => page.DBClusters, cluster => cluster.DBClusterIdentifier, cancellationToken);
        sink.Cover<Database>(clusters.Evidence, clusters.Gap);
        if (clusters.Items.Count == 0) return;
        var groups = await probe.List("rds:DescribeDBSubnetGroups",
            (token, stop) => scope.Clients.Rds.DescribeDBSubnetGroupsAsync(new() { Marker = token, MaxRecords = 100 }, stop),
            page => page.Marker, page => page.DBSubnetGroups, group => group.DBSubnetGroupName, cancellationToken);
        foreach (var cluster in clusters.Items)
        {
            sink.Observe(cluster.Evidence, DatabaseClusters.Map(cluster, scope));
            sink.Observe(groups.Evidence, DatabaseClusters.Place(cluster.Value!, groups, scope));
            sink.Observe(instances.Evidence, DatabaseClusters.Zones(cluster.Value!, instances, scope));
        }
    }
}
