using Scanner.Collect.Aws.Collectors;

namespace Scanner.Collect.Aws;

/// <summary>What is collected from every account and region. A new kind is one line here.</summary>
internal static class AwsCollectors
{
    public static readonly IReadOnlyList<ICollector> All =
    [
        new AccessPointCollector(),
        new ClassicLoadBalancerCollector(),
        new ClusterCollector(),
        new ComputeInstanceCollector(),
        new DatabaseCollector(),
        new DnsRecordCollector(),
        new EbsVolumeCollector(),
        new EfsCollector(),
        new FsxCollector(),
        new LoadBalancerCollector(),
        new MachineImageCollector(),
        new NetworkAclCollector(),
        new NetworkInterfaceCollector(),
        new NodeGroupCollector(),
        new PeeringConnectionCollector(),
        new PrefixListCollector(),
        new RouteTableCollector(),
        new SecurityGroupCollector(),
        new StorageVolumeCollector(),
        new SubnetCollector(),
        new TargetGroupCollector(),
        new UserDirectoryCollector(),
        new VpcCollector(),
    ];
}
