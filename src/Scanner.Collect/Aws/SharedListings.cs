using Scanner.Model;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws;

/// <summary>Listings of an account and region that several collectors need; each is asked for once.</summary>
internal sealed class SharedListings(AwsScope scope)
{
    private readonly Lock _lock = new();
    private Task<Listing<Ec2.Instance>>? _instances;
    private Task<Listing<Ec2.LaunchTemplateVersion>>? _launchTemplates;
    private Task<Listing<Ec2.RouteTable>>? _routeTables;
    private Task<Listing<Ec2.SecurityGroup>>? _securityGroups;
    private Task<Listing<string>>? _eksClusters;

    /// <summary>ec2:DescribeInstances.</summary>
    public Task<Listing<Ec2.Instance>> Instances(CancellationToken cancellationToken) => Once(ref _instances, () => scope.Probe<ComputeInstance>().List("ec2:DescribeInstances",
        (token, stop) => scope.Clients.Ec2.DescribeInstancesAsync(new() { NextToken = token, MaxResults = 1000 }, stop),
        page => page.NextToken, page => page.Reservations?.Exists(r => r.Instances is null) is true ? null : page.Reservations?.SelectMany(r => r.Instances), instance => instance.InstanceId, cancellationToken));

    /// <summary>ec2:DescribeLaunchTemplateVersions of every launch template's latest version.</summary>
    public Task<Listing<Ec2.LaunchTemplateVersion>> LaunchTemplates(CancellationToken cancellationToken) => Once(ref _launchTemplates, () => scope.Probe<NodeGroup>().List(
        "ec2:DescribeLaunchTemplateVersions",
        (token, stop) => scope.Clients.Ec2.DescribeLaunchTemplateVersionsAsync(new() { Versions = ["$Latest"], NextToken = token, MaxResults = 200 }, stop),
        page => page.NextToken, page => page.LaunchTemplateVersions, version => version.LaunchTemplateData is null ? null : version.LaunchTemplateId, cancellationToken));

    /// <summary>ec2:DescribeRouteTables.</summary>
    public Task<Listing<Ec2.RouteTable>> RouteTables(CancellationToken cancellationToken) => Once(ref _routeTables, () => scope.Probe<RouteTable>().List("ec2:DescribeRouteTables",
        (token, stop) => scope.Clients.Ec2.DescribeRouteTablesAsync(new() { NextToken = token, MaxResults = 100 }, stop),
        page => page.NextToken, page => page.RouteTables, table => table.RouteTableId, cancellationToken));

    /// <summary>ec2:DescribeSecurityGroups.</summary>
    public Task<Listing<Ec2.SecurityGroup>> SecurityGroups(CancellationToken cancellationToken) => Once(ref _securityGroups, () => scope.Probe<SecurityGroup>().List("ec2:DescribeSecurityGroups",
        (token, stop) => scope.Clients.Ec2.DescribeSecurityGroupsAsync(new() { NextToken = token, MaxResults = 1000 }, stop),
        page => page.NextToken, page => page.SecurityGroups, group => group.GroupId, cancellationToken));

    /// <summary>eks:ListClusters.</summary>
    public Task<Listing<string>> EksClusters(CancellationToken cancellationToken) => Once(ref _eksClusters, () => scope.Probe<Cluster>().List("eks:ListClusters",
        (token, stop) => scope.Clients.Eks.ListClustersAsync(new() { NextToken = token, MaxResults = 100 }, stop),
        page => page.NextToken, page => page.Clusters, name => name, cancellationToken, "Clusters"));

    private Task<T> Once<T>(ref Task<T>? asked, Func<Task<T>> ask)
    {
        lock (_lock) return asked ??= ask();
    }
}
