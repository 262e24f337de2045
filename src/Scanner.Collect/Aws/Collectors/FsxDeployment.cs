using Scanner.Model;
using Fsx = Amazon.FSx.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>Where an FSx file system stands: in one zone, or in two with addresses that float between them.</summary>
internal static class FsxDeployment
{
    public static string? Type(Fsx.FileSystem system) => system.LustreConfiguration?.DeploymentType?.Value ?? system.OpenZFSConfiguration?.DeploymentType?.Value
        ?? system.OntapConfiguration?.DeploymentType?.Value ?? system.WindowsConfiguration?.DeploymentType?.Value;

    /// <summary>Lustre is always in one zone; a deployment type of a name not seen before was not understood.</summary>
    public static bool IsMultiZone(Fsx.FileSystem system) => Wire.Need(system.FileSystemType?.Value) != "LUSTRE" && Wire.Need(Type(system)) switch
    {
        var type when type.StartsWith("MULTI_AZ", StringComparison.Ordinal) => true,
        var type when type.StartsWith("SINGLE_AZ", StringComparison.Ordinal) => false,
        _ => throw new AbsentFieldException("DeploymentType"),
    };

    /// <summary>ONTAP's floating addresses are those of its storage virtual machines, which another action tells.</summary>
    public static bool IsMultiZoneOntap(Fsx.FileSystem system) => Floats(system, "ONTAP");

    public static IEnumerable<string> EndpointIps(Fsx.FileSystem system) => IsMultiZone(system) && Floats(system, "OPENZFS")
        ? StorageVirtualMachines.Addresses(Wire.Need(system.OpenZFSConfiguration?.EndpointIpAddress), system.OpenZFSConfiguration?.EndpointIpv6Address)
        : [];

    public static IEnumerable<Ref<RouteTable>> RouteTables(Fsx.FileSystem system)
    {
        if (!IsMultiZone(system) || !(Floats(system, "OPENZFS") || Floats(system, "ONTAP"))) return [];
        return Refs.Many<RouteTable>(Wire.Need(system.OpenZFSConfiguration?.RouteTableIds ?? system.OntapConfiguration?.RouteTableIds, "RouteTableIds"));
    }

    private static bool Floats(Fsx.FileSystem system, string type) =>
        system.FileSystemType?.Value == type && Type(system) is { } deployment && deployment.StartsWith("MULTI_AZ", StringComparison.Ordinal);
}
