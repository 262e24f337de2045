using Scanner.Model;
using Scanner.Model.Snapshots;
using Fsx = Amazon.FSx.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>fsx:DescribeStorageVirtualMachines: the addresses at which clients reach a Multi-AZ ONTAP file system, asked only where there is one.</summary>
internal sealed class StorageVirtualMachines(AwsScope scope, SnapshotBuilder sink)
{
    public async Task Collect(IReadOnlyList<Fsx.FileSystem> systems, CancellationToken cancellationToken)
    {
        if (systems.Count == 0) return;
        var machines = await scope.Probe<FileSystem>().List("fsx:DescribeStorageVirtualMachines",
            (token, stop) => scope.Clients.Fsx.DescribeStorageVirtualMachinesAsync(new() { NextToken = token, MaxResults = 100 }, stop),
            page => page.NextToken, page => page.StorageVirtualMachines, machine => machine.StorageVirtualMachineId, cancellationToken);
        foreach (var system in systems) sink.Observe(machines.Evidence, Map(machines, system));
    }

    /// <summary>Those addresses that were given, in order.</summary>
    public static IEnumerable<string> Addresses(params IEnumerable<string?> given) =>
        given.Where(a => a is { Length: > 0 }).Select(a => a!).Distinct().Order(StringComparer.Ordinal);

    private static FileSystem Map(Listing<Fsx.StorageVirtualMachine> machines, Fsx.FileSystem system) => new()
    {
        Id = system.FileSystemId,
        Key = FsxFileSystems.Key(system),
        EndpointIps = machines.Whole().Items(all => Addresses(all.Where(m => Wire.Need(m.FileSystemId) == system.FileSystemId && IsThere(m)).SelectMany(Nfs))),
    };

    private static bool IsThere(Fsx.StorageVirtualMachine machine) => Wire.Need(machine.Lifecycle?.Value) is "CREATED" or "MISCONFIGURED";

    private static IEnumerable<string> Nfs(Fsx.StorageVirtualMachine machine)
    {
        var endpoint = Wire.Need(machine.Endpoints?.Nfs);
        return Wire.Need(endpoint.IpAddresses).Concat(endpoint.Ipv6Addresses ?? []);
    }
}
