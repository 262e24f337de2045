using Scanner.Model;
using Scanner.Model.Snapshots;
using Fsx = Amazon.FSx.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>fsx:DescribeFileSystems.</summary>
internal sealed class FsxCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var systems = await scope.Probe<FileSystem>().List("fsx:DescribeFileSystems",
            (token, stop) => scope.Clients.Fsx.DescribeFileSystemsAsync(new() { NextToken = token, MaxResults = 100 }, stop),
            page => page.NextToken, page => page.FileSystems, system => system.FileSystemId, cancellationToken);
        sink.Cover<FileSystem>(systems.Evidence, systems.Gap);
        foreach (var system in systems.Items) sink.Observe(system.Evidence, Map(system));
    }

    private static FileSystem Map(Answer<Fsx.FileSystem> system)
    {
        var id = system.Value!.FileSystemId;
        var tags = AwsTags.Of(system.Value.Tags, t => t.Key, t => t.Value);
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = system.Optional(_ => tags["Name"]),
            Type = system.Field(f => Type(f.FileSystemType?.Value), "FileSystemType"),
            Lifecycle = system.Optional(f => f.Lifecycle?.Value),
            DeploymentType = system.Optional(f => f.LustreConfiguration?.DeploymentType?.Value ?? f.OpenZFSConfiguration?.DeploymentType?.Value
                ?? f.OntapConfiguration?.DeploymentType?.Value ?? f.WindowsConfiguration?.DeploymentType?.Value),
            CapacityGiB = system.Optional(f => f.StorageCapacity),
            DnsName = system.Optional(f => f.DNSName),
            Vpc = system.Optional(f => Refs.Maybe<Vpc>(f.VpcId)),
            Subnets = system.Items(f => Refs.Many<Subnet>(f.SubnetIds)),
            // its security groups are those of its network interfaces; FSx itself does not say
            NetworkInterfaces = system.Items(f => Refs.Many<NetworkInterface>(f.NetworkInterfaceIds)),
            CreatedAt = system.Field(f => Moment.Of(f.CreationTime)),
            Tags = system.Map(_ => tags),
        };
    }

    private static FileSystemType? Type(string? type) => type switch
    {
        "LUSTRE" => FileSystemType.Lustre,
        "OPENZFS" => FileSystemType.OpenZfs,
        "ONTAP" => FileSystemType.Ontap,
        "WINDOWS" => FileSystemType.Windows,
        _ => null,
    };
}
