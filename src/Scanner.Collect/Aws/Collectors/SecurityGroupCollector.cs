using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeSecurityGroups.</summary>
internal sealed class SecurityGroupCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var groups = await scope.Shared.SecurityGroups(cancellationToken);
        sink.Cover<SecurityGroup>(groups.Evidence, groups.Gap);
        foreach (var group in groups.Items) sink.Observe(group.Evidence, Map(group));
    }

    private static SecurityGroup Map(Answer<Ec2.SecurityGroup> group)
    {
        var (id, tags) = (group.Value!.GroupId, AwsTags.Of(group.Value.Tags));
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = group.Optional(g => g.GroupName),
            Vpc = group.Map(g => Refs.Need<Vpc>(g.VpcId)),
            Ingress = group.Items(g => Wire.List(g.IpPermissions).SelectMany(Rules)),
            Egress = group.Items(g => Wire.List(g.IpPermissionsEgress).SelectMany(Rules)),
        };
    }

    /// <summary>One rule for each peer of a permission.</summary>
    private static IEnumerable<SecurityGroupRule> Rules(Ec2.IpPermission permission)
    {
        SecurityGroupRule Rule(PeerKind kind, string peer, string? account = null) =>
            new(Wire.Need(permission.IpProtocol), Port(permission, permission.FromPort), Port(permission, permission.ToPort), kind, peer, account);

        foreach (var range in Wire.List(permission.Ipv4Ranges)) yield return Rule(PeerKind.Cidr, Wire.Need(range.CidrIp));
        foreach (var range in permission.Ipv6Ranges ?? []) yield return Rule(PeerKind.Cidr, Wire.Need(range.CidrIpv6));
        foreach (var group in Wire.List(permission.UserIdGroupPairs)) yield return Rule(PeerKind.SecurityGroup, Wire.Need(group.GroupId), group.UserId);
        foreach (var list in Wire.List(permission.PrefixListIds)) yield return Rule(PeerKind.PrefixList, Wire.Need(list.Id));
    }

    /// <summary>TCP and UDP always name their ports; "all protocols" has none, and ICMP's -1 means all types.</summary>
    private static int? Port(Ec2.IpPermission permission, int? port) => permission.IpProtocol switch
    {
        "tcp" or "udp" or "6" or "17" => Wire.Need(port, "IpPermissions.FromPort and ToPort"),
        _ => port is -1 ? null : port,
    };
}
