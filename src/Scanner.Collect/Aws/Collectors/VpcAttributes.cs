using Amazon.EC2;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeVpcAttribute, which takes two calls for a VPC: asked of those in which a cluster has nodes, by the nodes' tags.</summary>
internal sealed class VpcAttributes(AwsScope scope, SnapshotBuilder sink)
{
    private const string Action = "ec2:DescribeVpcAttribute";

    public async Task Collect(IReadOnlyList<Answer<Ec2.Vpc>> vpcs, CancellationToken cancellationToken)
    {
        var instances = (await scope.Shared.Instances(cancellationToken)).About<Vpc>();
        var used = instances.Items.Where(i => ComputeInstanceCollector.IsNode(i.Value!)).Select(i => i.Value!.VpcId).ToHashSet(StringComparer.Ordinal);
        await Task.WhenAll(vpcs.Select(v => used.Contains(v.Value!.VpcId) ? Ask(v.Value, cancellationToken) : LeaveOut(v, instances.Gap)));
    }

    private async Task Ask(Ec2.Vpc vpc, CancellationToken cancellationToken)
    {
        var (hostnames, support) = (Ask(vpc, VpcAttributeName.EnableDnsHostnames, cancellationToken), Ask(vpc, VpcAttributeName.EnableDnsSupport, cancellationToken));
        Observe(vpc, (await hostnames).Evidence, (await hostnames).Truth(a => a.EnableDnsHostnames), (await support).Truth(a => a.EnableDnsSupport));
    }

    private Task<Answer<Ec2.DescribeVpcAttributeResponse>> Ask(Ec2.Vpc vpc, VpcAttributeName attribute, CancellationToken cancellationToken) =>
        scope.Probe<Vpc>().Ask(Action, stop => scope.Clients.Ec2.DescribeVpcAttributeAsync(new() { VpcId = vpc.VpcId, Attribute = attribute }, stop), cancellationToken);

    /// <summary>Where not all instances were told, which VPCs have nodes was not either.</summary>
    private Task LeaveOut(Answer<Ec2.Vpc> vpc, Gap? gap)
    {
        var none = Truth.Unknown(gap ?? new(scope.Name, nameof(Vpc), Action, GapCause.NotAsked, "no instance in this VPC is tagged as a cluster's node", new(RemedyKind.Flag, "scan where the cluster is")));
        Observe(vpc.Value!, vpc.Evidence with { Action = Action }, none, none);
        return Task.CompletedTask;
    }

    private void Observe(Ec2.Vpc vpc, Evidence evidence, Truth hostnames, Truth support) =>
        sink.Observe(evidence, new Vpc { Id = vpc.VpcId, Key = VpcCollector.KeyOf(vpc), DnsHostnames = hostnames, DnsSupport = support });
}
