using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeNetworkAcls.</summary>
internal sealed class NetworkAclCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var acls = await scope.Probe<NetworkAcl>().List("ec2:DescribeNetworkAcls",
            (token, stop) => scope.Clients.Ec2.DescribeNetworkAclsAsync(new() { NextToken = token, MaxResults = 1000 }, stop),
            page => page.NextToken, page => page.NetworkAcls, acl => acl.NetworkAclId, cancellationToken);
        sink.Cover<NetworkAcl>(acls.Evidence, acls.Gap);
        foreach (var acl in acls.Items) sink.Observe(acl.Evidence, Map(acl));
    }

    private static NetworkAcl Map(Answer<Ec2.NetworkAcl> acl)
    {
        var (id, tags) = (acl.Value!.NetworkAclId, AwsTags.Of(acl.Value.Tags));
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = acl.Optional(_ => tags["Name"]),
            Vpc = acl.Map(a => Refs.Need<Vpc>(a.VpcId)),
            Subnets = acl.Items(a => Refs.Many<Subnet>(Wire.List(a.Associations).Select(s => s.SubnetId))),
            Entries = acl.Some(a => a.Entries?.Select(Map)),
        };
    }

    private static NetworkAclEntry Map(Ec2.NetworkAclEntry entry) => new(
        Wire.Need(entry.RuleNumber), Wire.Need(entry.Egress), Wire.Need(entry.Protocol), entry.PortRange?.From, entry.PortRange?.To,
        Blocks.Need(entry.CidrBlock is { Length: > 0 } ipv4 ? ipv4 : entry.Ipv6CidrBlock, "Entries.CidrBlock"),
        Wire.Need(entry.RuleAction?.Value) == "allow");
}
