using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeVpcs.</summary>
internal sealed class VpcCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var vpcs = await scope.Probe<Vpc>().List("ec2:DescribeVpcs",
            (token, stop) => scope.Clients.Ec2.DescribeVpcsAsync(new() { NextToken = token, MaxResults = 1000 }, stop),
            page => page.NextToken, page => page.Vpcs, vpc => vpc.VpcId, cancellationToken);
        sink.Cover<Vpc>(vpcs.Evidence, vpcs.Gap);
        foreach (var vpc in vpcs.Items) sink.Observe(vpc.Evidence, Map(vpc));
    }

    private static Vpc Map(Answer<Amazon.EC2.Model.Vpc> vpc)
    {
        var (id, tags) = (vpc.Value!.VpcId, AwsTags.Of(vpc.Value.Tags));
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = vpc.Optional(_ => tags["Name"]),
            Cidrs = vpc.Items(v => Wire.List(v.CidrBlockAssociationSet).Where(a => IsThere(a.CidrBlockState)).Select(a => Blocks.Need(a.CidrBlock))),
            Ipv6Cidrs = vpc.Items(v => v.Ipv6CidrBlockAssociationSet?.Where(a => IsThere(a.Ipv6CidrBlockState)).Select(a => Blocks.Need(a.Ipv6CidrBlock))),
            Tags = vpc.Map(_ => tags),
        };
    }

    private static bool IsThere(Amazon.EC2.Model.VpcCidrBlockState? state) => Wire.Need(state?.State?.Value) is "associated" or "associating";
}
