using Scanner.Model;
using Scanner.Model.Snapshots;
using Eks = Amazon.EKS.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>eks:ListNodegroups of a cluster, and eks:DescribeNodegroup for each.</summary>
internal sealed class ManagedGroups(AwsScope scope, SnapshotBuilder sink)
{
    public const string Action = "eks:ListNodegroups";

    public async Task Collect(string cluster, CancellationToken cancellationToken)
    {
        var groups = await scope.Probe<NodeGroup>().List(Action,
            (token, stop) => scope.Clients.Eks.ListNodegroupsAsync(new() { ClusterName = cluster, NextToken = token, MaxResults = 100 }, stop),
            page => page.NextToken, page => page.Nodegroups, name => name, cancellationToken, "Nodegroups");
        sink.Cover<NodeGroup>(groups.Evidence, groups.Gap);
        await Task.WhenAll(groups.Items.Select(g => Describe(cluster, g.Value!, cancellationToken)));
    }

    private async Task Describe(string cluster, string name, CancellationToken cancellationToken)
    {
        var answer = await scope.Probe<NodeGroup>().Ask("eks:DescribeNodegroup",
            stop => scope.Clients.Eks.DescribeNodegroupAsync(new() { ClusterName = cluster, NodegroupName = name }, stop), cancellationToken);
        sink.Observe(answer.Evidence, Map(answer.Part(a => a.Nodegroup), cluster, name));
    }

    private NodeGroup Map(Answer<Eks.Nodegroup> group, string cluster, string name)
    {
        var scaling = group.Part(g => g.ScalingConfig);
        return new()
        {
            // without its description, an ARN lacks the end that EKS makes up
            Id = group.Value?.NodegroupArn is { Length: > 0 } arn ? arn : scope.Arn("eks", $"nodegroup/{cluster}/{name}"),
            Key = $"eks/{cluster}/nodegroup/{name}",
            Name = group.Optional(_ => (string?)name),
            Provisioner = group.Map(_ => Provisioner.EksManaged),
            Cluster = group.Optional(_ => (Ref<Cluster>?)scope.EksCluster(cluster)),
            Pool = group.Optional(_ => (string?)name),
            Status = group.Map(g => (string?)Wire.Need(g.Status?.Value)),
            Min = scaling.Field(s => s.MinSize),
            Max = scaling.Field(s => s.MaxSize),
            Desired = scaling.Field(s => s.DesiredSize),
            Subnets = group.Some(g => Refs.Many<Subnet>(g.Subnets), "Subnets"),
            Labels = group.Map(g => new StringMap(g.Labels ?? [])),
            Taints = group.Items(g => g.Taints?.Select(Taint)),
            InstanceTypes = group.Value is { LaunchTemplate: not null, InstanceTypes: null or [] } ? default : group.Some(g => g.InstanceTypes), // its launch template names them
        };
    }

    private static Taint Taint(Eks.Taint taint) => new(Wire.Need(taint.Key), taint.Value is { Length: > 0 } value ? value : null, Wire.Need(taint.Effect?.Value) switch
    {
        "NO_SCHEDULE" => "NoSchedule",
        "NO_EXECUTE" => "NoExecute",
        "PREFER_NO_SCHEDULE" => "PreferNoSchedule",
        _ => throw new AbsentFieldException("Taints.Effect"),
    });
}
