using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeNetworkInterfaces.</summary>
internal sealed class NetworkInterfaceCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var cards = await scope.Probe<NetworkInterface>().List("ec2:DescribeNetworkInterfaces",
            (token, stop) => scope.Clients.Ec2.DescribeNetworkInterfacesAsync(new() { NextToken = token, MaxResults = 1000 }, stop),
            page => page.NextToken, page => page.NetworkInterfaces, card => card.NetworkInterfaceId, cancellationToken);
        sink.Cover<NetworkInterface>(cards.Evidence, cards.Gap);
        foreach (var card in cards.Items) sink.Observe(card.Evidence, Map(card));
    }

    private static NetworkInterface Map(Answer<Ec2.NetworkInterface> card)
    {
        var (id, tags) = (card.Value!.NetworkInterfaceId, AwsTags.Of(card.Value.TagSet));
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = card.Optional(_ => tags["Name"]),
            Vpc = card.Map(c => Refs.Need<Vpc>(c.VpcId)),
            Subnet = card.Map(c => Refs.Need<Subnet>(c.SubnetId)),
            SecurityGroups = card.Items(c => Refs.Many<SecurityGroup>(Wire.List(c.Groups).Select(g => g.GroupId))),
            PrivateIps = card.Items(c => Wire.List(c.PrivateIpAddresses).Select(a => Wire.Need(a.PrivateIpAddress))),
            Ipv6Addresses = card.Items(c => c.Ipv6Addresses?.Select(a => Wire.Need(a.Ipv6Address))),
            PublicIp = card.Optional(c => c.Association?.PublicIp),
            Description = card.Optional(c => c.Description is { Length: > 0 } text ? AwsTags.Remark(text) : null),
            Requester = card.Optional(c => c.RequesterId is { Length: > 0 } requester ? requester : null),
            Instance = card.Optional(c => Refs.Maybe<ComputeInstance>(c.Attachment?.InstanceId)),
        };
    }
}
