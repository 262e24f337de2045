using Scanner.Collect.ParallelCluster;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>What ParallelCluster mounts on a group's nodes, by their user data, or by the stack's resource that it names (cloudformation:DescribeStackResource).</summary>
internal sealed class NodeMounts(AwsScope scope, SnapshotBuilder sink)
{
    private const string HeadNode = "HeadNodeLaunchTemplate";

    /// <summary>The head node's user data is not read: ParallelCluster gives its resource the same name everywhere.</summary>
    public Task CollectHead(string stack, NodeGroupIdentity identity, CancellationToken cancellationToken) => CollectMetadata(stack, HeadNode, identity, cancellationToken);

    public Task Collect(Answer<Ec2.LaunchTemplateVersion> version, NodeGroupIdentity identity, CancellationToken cancellationToken)
    {
        var boot = version.Part(v => v.LaunchTemplateData).Part(d => BootData.Of(d.UserData), "UserData");
        if (boot.Value is { Stack: { } stack, Resource: { } resource }) return CollectMetadata(stack, resource, identity, cancellationToken);
        var dna = boot.Value is { Dna: null } ? new Answer<BootData>(boot.Evidence, nameof(NodeGroup), null, Hidden(boot.Evidence, identity)) : boot;
        Observe(boot.Evidence, dna.Items(b => NodeDna.Mounts(b.Dna!, b.Extra)), identity);
        return Task.CompletedTask;
    }

    private async Task CollectMetadata(string stack, string resource, NodeGroupIdentity identity, CancellationToken cancellationToken)
    {
        var answer = await scope.Probe<NodeGroup>().Ask("cloudformation:DescribeStackResource",
            stop => scope.Clients.CloudFormation.DescribeStackResourceAsync(new() { StackName = stack, LogicalResourceId = resource }, stop), cancellationToken);
        Observe(answer.Evidence, answer.Items(a => NodeDna.MountsByMetadata(Wire.Need(a.StackResourceDetail?.Metadata))), identity);
    }

    private void Observe(Evidence evidence, Fact<Items<NodeMount>> mounts, NodeGroupIdentity identity) =>
        sink.Observe(evidence with { Plane = Plane.LiveDeclared }, new NodeGroup { Id = identity.Id, Key = identity.Key, Mounts = mounts });

    private static Gap Hidden(Evidence evidence, NodeGroupIdentity identity) => new(evidence.Scope, nameof(NodeGroup), evidence.Action, GapCause.Hidden,
        OneLine.Of($"the user data of {identity.Name} does not tell what its nodes mount"), new(RemedyKind.Probe, OneLine.Of($"a node of {identity.Name}")));
}
