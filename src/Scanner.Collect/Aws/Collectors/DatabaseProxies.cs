using Scanner.Model;
using Scanner.Model.Snapshots;
using Rds = Amazon.RDS.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>rds:DescribeDBProxies, and rds:DescribeDBProxyTargets for what each stands in front of.</summary>
internal sealed class DatabaseProxies(AwsScope scope, SnapshotBuilder sink)
{
    public async Task Collect(CancellationToken cancellationToken)
    {
        var proxies = await scope.Probe<Database>().List("rds:DescribeDBProxies",
            (token, stop) => scope.Clients.Rds.DescribeDBProxiesAsync(new() { Marker = token, MaxRecords = 100 }, stop),
            page => page.Marker, page => page.DBProxies, proxy => proxy.DBProxyName, cancellationToken);
        sink.Cover<Database>(proxies.Evidence, proxies.Gap);
        foreach (var proxy in proxies.Items) sink.Observe(proxy.Evidence, Map(proxy));
        await Task.WhenAll(proxies.Items.Select(p => CollectTargets(p.Value!, cancellationToken)));
    }

    private Database Map(Answer<Rds.DBProxy> proxy) => new()
    {
        Id = Id(proxy.Value!),
        Key = Id(proxy.Value!),
        Name = proxy.Optional(p => p.DBProxyName),
        Engine = proxy.Map(p => Engines.OfFamily(Wire.Need(p.EngineFamily))),
        EngineName = proxy.Field(p => p.EngineFamily),
        EngineVersion = proxy.Optional(_ => (string?)null),
        Form = proxy.Map(_ => DatabaseForm.Proxy),
        Status = proxy.Field(p => p.Status?.Value),
        ReaderEndpoints = proxy.Items<string>(_ => []),
        Endpoints = proxy.Items(p => p.Endpoint is { Length: > 0 } host ? [host] : Array.Empty<string>()),
        Port = proxy.Field(p => Engines.ProxyPort(Wire.Need(p.EngineFamily)), "EngineFamily"),
        Vpc = proxy.Map(p => (Ref<Vpc>?)Refs.Need<Vpc>(p.VpcId)),
        Subnets = proxy.Some(p => Refs.Many<Subnet>(p.VpcSubnetIds), "VpcSubnetIds"),
        SecurityGroups = proxy.Items(p => Refs.Many<SecurityGroup>(Wire.List(p.VpcSecurityGroupIds))),
        MinCapacity = proxy.Optional(_ => (decimal?)null),
        MaxCapacity = proxy.Optional(_ => (decimal?)null),
        ReplicaOf = proxy.Optional(_ => (string?)null),
        ClusterIdentifier = proxy.Optional(_ => (string?)null),
        IsPubliclyAccessible = proxy.Truth(_ => false), // a proxy never is
        CreatedAt = proxy.Map(p => (DateTimeOffset?)Wire.Need(Moment.Of(p.CreatedDate), "CreatedDate")),
    };

    private async Task CollectTargets(Rds.DBProxy proxy, CancellationToken cancellationToken)
    {
        var targets = await scope.Probe<Database>().List("rds:DescribeDBProxyTargets",
            (token, stop) => scope.Clients.Rds.DescribeDBProxyTargetsAsync(new() { DBProxyName = proxy.DBProxyName, Marker = token, MaxRecords = 100 }, stop),
            page => page.Marker, page => page.Targets, target => target.TrackedClusterId ?? target.RdsResourceId, cancellationToken);
        sink.Observe(targets.Evidence, new Database { Id = Id(proxy), Key = Id(proxy), Fronts = targets.Whole().Items(all => Refs.Many<Database>(all.Select(Target))) });
    }

    /// <summary>A proxy in front of a cluster lists its members too; the cluster is the database.</summary>
    private string Target(Rds.DBProxyTarget target) => target.TrackedClusterId is { Length: > 0 } cluster
        ? DatabaseClusters.Arn(cluster, scope)
        : scope.Arn("rds", (target.Type?.Value == "TRACKED_CLUSTER" ? "cluster:" : "db:") + Wire.Need(target.RdsResourceId));

    private string Id(Rds.DBProxy proxy) => proxy.DBProxyArn ?? scope.Arn("rds", $"db-proxy:{proxy.DBProxyName}");
}
