using Scanner.Model;
using Scanner.Model.Snapshots;
using Ds = Amazon.DirectoryService.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ds:DescribeDirectories.</summary>
internal sealed class UserDirectoryCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var directories = await scope.Probe<UserDirectory>().List("ds:DescribeDirectories",
            (token, stop) => scope.Clients.Directories.DescribeDirectoriesAsync(new() { NextToken = token }, stop),
            page => page.NextToken, page => page.DirectoryDescriptions, directory => directory.DirectoryId, cancellationToken);
        sink.Cover<UserDirectory>(directories.Evidence, directories.Gap);
        foreach (var directory in directories.Items) sink.Observe(directory.Evidence, Map(directory));
    }

    private static UserDirectory Map(Answer<Ds.DirectoryDescription> directory) => new()
    {
        Id = directory.Value!.DirectoryId,
        Key = directory.Value.DirectoryId,
        Name = directory.Map(d => (string?)Wire.Need(d.Name)),
        Type = directory.Field(d => d.Type?.Value),
        Stage = directory.Field(d => d.Stage?.Value),
        Addresses = directory.Items(d => Wire.List(d.DnsIpAddrs).Concat(d.DnsIpv6Addrs ?? []).Order(StringComparer.Ordinal)),
        Vpc = directory.Map(d => (Ref<Vpc>?)Refs.Need<Vpc>(d.VpcSettings?.VpcId ?? d.ConnectSettings?.VpcId, "VpcSettings.VpcId")),
    };
}
