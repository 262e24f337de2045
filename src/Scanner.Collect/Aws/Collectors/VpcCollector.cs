using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeVpcs, and for each VPC in which a cluster has nodes its attributes.</summary>
internal sealed class VpcCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var vpcs = await scope.Probe<Vpc>().List("ec2:DescribeVpcs",
            (token, stop) => scope.Clients.Ec2.DescribeVpcsAsync(new() { NextToken = token, MaxResults = 1000 }, stop),
            page => page.NextToken, page => page.Vpcs, vpc => vpc.VpcId, cancellationToken);
        sink.Cover<Vpc>(vpcs.Evidence, vpcs.Gap);
        foreach (var vpc in vpcs.Items) sink.Observe(vpc.Evidence, Map(vpc));
        if (vpcs.Items.Count > 0) await new VpcAttributes(scope, sink).Collect(vpcs.Items, cancellationToken);
    }

    public static string KeyOf(Amazon.EC2.Model.Vpc vpc) => ResourceKey.Of(AwsTags.Of(vpc.Tags), vpc.VpcId);

    private static Vpc Map(Answer<Amazon.EC2.Model.Vpc> vpc)
    {
        var tags = AwsTags.Of(vpc.Value!.Tags);
        return new()
        {
            Id = vpc.Value.VpcId,
            Key = KeyOf(vpc.Value),
            Name = vpc.Optional(_ => tags["Name"]),
            Cidrs = vpc.Items(v => Wire.List(v.CidrBlockAssociationSet).Where(a => IsThere(a.CidrBlockState)).Select(a => Blocks.Need(a.CidrBlock))),
            Ipv6Cidrs = vpc.Items(v => v.Ipv6CidrBlockAssociationSet?.Where(a => IsThere(a.Ipv6CidrBlockState)).Select(a => Blocks.Need(a.Ipv6CidrBlock))),
            Tags = vpc.Map(_ => tags),
        };
    }

    private static bool IsThere(Amazon.EC2.Model.VpcCidrBlockState? state) => Wire.Need(state?.State?.Value) is "associated" or "associating";
}
