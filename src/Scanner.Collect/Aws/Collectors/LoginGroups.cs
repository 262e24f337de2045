using Scanner.Collect.ParallelCluster;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Asg = Amazon.AutoScaling.Model;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>autoscaling:DescribeAutoScalingGroups, and ec2:DescribeLaunchTemplateVersions for what each login pool starts.</summary>
internal sealed class LoginGroups(AwsScope scope, SnapshotBuilder sink)
{
    public async Task Collect(CancellationToken cancellationToken)
    {
        var groups = await scope.Probe<NodeGroup>().List("autoscaling:DescribeAutoScalingGroups",
            (token, stop) => scope.Clients.AutoScaling.DescribeAutoScalingGroupsAsync(new() { NextToken = token, MaxRecords = 100 }, stop),
            page => page.NextToken, page => page.AutoScalingGroups, group => group.AutoScalingGroupName, cancellationToken);
        sink.Cover<NodeGroup>(groups.Evidence, groups.Gap);
        await Task.WhenAll(groups.Items.Select(g => Collect(g, cancellationToken)));
    }

    private async Task Collect(Answer<Asg.AutoScalingGroup> group, CancellationToken cancellationToken)
    {
        var tags = AwsTags.Of(group.Value!.Tags, t => t.Key, t => t.Value);
        if (LoginPool(tags) is not var (cluster, pool)) return;
        var identity = NodeGroupIdentity.Login(scope.Cluster(cluster), cluster, pool);
        sink.Observe(group.Evidence, Map(group, identity));
        await CollectTemplate(group, identity, cancellationToken);
    }

    /// <summary>The tags of the nodes tell, or those of the group itself.</summary>
    private static (string Cluster, string Pool)? LoginPool(StringMap tags) =>
        tags[ParallelClusterNode.ClusterTag] is { } cluster && (tags["parallelcluster:login-nodes-pool-name"] ?? tags["parallelcluster:login-nodes-pool"]) is { } pool
            ? (cluster, pool)
            : null;

    private static NodeGroup Map(Answer<Asg.AutoScalingGroup> group, NodeGroupIdentity identity) => new()
    {
        Id = identity.Id,
        Key = identity.Key,
        Name = group.Optional(_ => (string?)identity.Name),
        Provisioner = group.Map(_ => identity.Provisioner),
        Cluster = group.Optional(_ => (Ref<Cluster>?)identity.Cluster),
        Pool = group.Optional(_ => identity.Pool),
        Min = group.Field(g => g.MinSize),
        Max = group.Field(g => g.MaxSize),
        Desired = group.Field(g => g.DesiredCapacity),
        Subnets = group.Some(g => Refs.Many<Subnet>(g.VPCZoneIdentifier?.Split(',', StringSplitOptions.RemoveEmptyEntries)), "VPCZoneIdentifier"),
        TargetGroups = group.Items(g => Refs.Many<TargetGroup>(Attached(g))),
        SuspendedProcesses = group.Items(g => Wire.List(g.SuspendedProcesses).Select(p => Wire.Need(p.ProcessName)).Order(StringComparer.Ordinal)),
        Instances = group.Items(g => Refs.Many<ComputeInstance>(Wire.List(g.Instances).Where(i => Wire.Need(i.LifecycleState?.Value) == "InService").Select(i => i.InstanceId))),
    };

    /// <summary>Target groups are attached in the old way, or as traffic sources.</summary>
    private static IEnumerable<string> Attached(Asg.AutoScalingGroup group) =>
        Wire.List(group.TargetGroupARNs).Concat((group.TrafficSources ?? []).Where(s => s.Type == "elbv2").Select(s => s.Identifier));

    private async Task CollectTemplate(Answer<Asg.AutoScalingGroup> group, NodeGroupIdentity identity, CancellationToken cancellationToken)
    {
        var named = group.Part(g => g.LaunchTemplate ?? g.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification, "LaunchTemplate");
        var version = named.Value is { } template
            ? await Ask(template, cancellationToken)
            : new(group.Evidence with { Action = LaunchTemplates.Action }, nameof(NodeGroup), null, named.Gap);
        sink.Observe(version.Evidence, LaunchTemplates.Map(version, identity));
        await new NodeMounts(scope, sink).Collect(version, identity, cancellationToken);
    }

    private async Task<Answer<Ec2.LaunchTemplateVersion>> Ask(Asg.LaunchTemplateSpecification template, CancellationToken cancellationToken)
    {
        var answer = await scope.Probe<NodeGroup>().Ask(LaunchTemplates.Action, stop => scope.Clients.Ec2.DescribeLaunchTemplateVersionsAsync(
            new() { LaunchTemplateId = template.LaunchTemplateId, Versions = [template.Version ?? "$Default"] }, stop), cancellationToken);
        return answer.Part(a => a.LaunchTemplateVersions?.FirstOrDefault());
    }
}
