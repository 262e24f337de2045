using System.Text.RegularExpressions;

namespace Scanner.Model;

/// <summary>Which file system of AWS stands behind a volume of a pod.</summary>
internal static partial class VolumeBacking
{
    /// <summary>The id of an EFS or FSx file system at the beginning of a CSI handle or of a host name.</summary>
    [GeneratedRegex("^fs-[0-9a-f]{8,40}(?=$|[:.])", RegexOptions.CultureInvariant)]
    private static partial Regex FileSystemId { get; }

    public static Fact<MountedStorage> Of(Environment environment, PodStorage storage)
    {
        if (storage.Persistent is { } volume)
            return volume.Driver.Then(driver => volume.Handle.Then(handle => volume.Server.Then(server => volume.Attributes.Then(attributes =>
                Of(environment, storage, driver, Identity(OfAws(driver) ? handle : null, server ?? attributes["server"], IsEfs(driver) ? StringMap.Empty : attributes), server ?? attributes["server"]).Then(found => DirectoryOf(environment, volume, handle, attributes).Map(directory => found with { Directory = directory }))))));
        return storage.Volume.Kind switch
        {
            "emptyDir" or "ephemeral" or "configMap" or "secret" or "projected" or "downwardAPI" =>
                new(new MountedStorage(FileSystemType.Ephemeral, storage.Mount.Path, storage.ToString(), null, false), Evidence.Derived),
            "nfs" or "csi" => Of(environment, storage, storage.Volume.Driver, Identity(null, storage.Volume.Server, StringMap.Empty), storage.Volume.Server),
            _ => new(Unnamed($"{storage}, a directory of the node or the like,")), // a node may mount anything there
        };
    }

    /// <summary>The directory that a volume shows of its file system: EFS' handle names it, OpenZFS has volumes of its own, NFS a path.</summary>
    private static Fact<string?> DirectoryOf(Environment environment, KubeVolume volume, string? handle, StringMap attributes)
    {
        if (handle is not null && handle.StartsWith("fsvol-", StringComparison.Ordinal))
            return environment.Resolve(new Ref<StorageVolume>(handle)) is { IsKnown: true, Value.Path: { IsKnown: true, Value: var path } } ? new(path, Evidence.Derived) : new((string?)null, Evidence.Derived);
        if (attributes["VolumePath"] is { } written) return new(MountPath.Normalize(written), Evidence.Derived);
        if (handle is not null && handle.IndexOf(':', StringComparison.Ordinal) is var at and > 0) return new(handle[(at + 1)..], Evidence.Derived);
        return volume.Path.IsKnown ? volume.Path : new((string?)null, Evidence.Derived);
    }

    /// <summary>The handle of any other driver is whatever somebody wrote.</summary>
    private static bool OfAws(string? driver) => driver is not null && driver.EndsWith(".csi.aws.com", StringComparison.Ordinal);

    /// <summary>Its driver goes by the handle alone, and mounts nothing else.</summary>
    private static bool IsEfs(string? driver) => driver is "efs.csi.aws.com";

    /// <summary>Whether a driver serves block storage, which one node at a time can use; that of EKS Auto Mode has a name of its own.</summary>
    public static bool IsEbs(string? driver) => driver is "ebs.csi.aws.com" or "ebs.csi.eks.amazonaws.com" or "kubernetes.io/aws-ebs";

    private static Fact<MountedStorage> Of(Environment environment, PodStorage storage, string? driver, string? id, string? server)
    {
        var seen = id is not null ? environment.Resolve(new Ref<FileSystem>(id)) : AtAddress(environment, server);
        if (seen.IsKnown)
            return seen.Value.Type.Then(type => OfAws(driver) && IsEfs(driver) != type is FileSystemType.Efs ? new Fact<FileSystemType>(Foreign(driver!, seen.Value)) : seen.Value.Type).Map(type => new MountedStorage(type, storage.Mount.Path, $"{seen.Value.Label} ({storage})", seen.Value, false) { Source = seen.Value.Id });
        return TypeOf(driver, server) is { } type
            ? new(new MountedStorage(type, storage.Mount.Path, storage.ToString(), null, false) { IsSeen = Truth.Unknown(seen.Source), Source = id ?? server ?? storage.Claim?.Key }, Evidence.Derived)
            : new(seen.Source);
    }

    /// <summary>What the driver alone serves, or the name alone says.</summary>
    private static FileSystemType? TypeOf(string? driver, string? server) => driver switch
    {
        "efs.csi.aws.com" => FileSystemType.Efs,
        "fsx.openzfs.csi.aws.com" => FileSystemType.OpenZfs,
        "fsx.csi.aws.com" => FileSystemType.Lustre,
        _ when IsEbs(driver) => FileSystemType.Ebs,
        null when server is not null && server.Contains(".efs.", StringComparison.Ordinal) => FileSystemType.Efs,
        _ => null,
    };

    private static string? Identity(string? handle, string? server, StringMap attributes) =>
        new[] { handle, attributes["dnsname"], attributes["DNSName"], server }.OfType<string>().Select(text => FileSystemId.Match(text)).FirstOrDefault(m => m.Success)?.Value;

    /// <summary>An NFS server that is named by an address of the file system's, or by another of its names.</summary>
    private static Fact<FileSystem> AtAddress(Environment environment, string? server)
    {
        if (server is null) return new(Unnamed("the volume"));
        // where several VPCs have the address, nothing tells which is meant
        var holder = environment.Of<NetworkInterface>().Where(i => i.PrivateIps.Is(ips => ips.Contains(server))).Sole(server, RemedyKind.Attestation);
        return environment.Of<FileSystem>().Where(f => f.DnsName == server || f.NetworkInterfaces.Is(own => holder.Is(h => h is not null && own.Contains(new(h.Id))))).Sole(server, RemedyKind.Attestation)
            .Then(found => found is null ? new Fact<FileSystem>(Unnamed(server)) : new Fact<FileSystem>(found, Evidence.Derived));
    }

    private static Gap Foreign(string driver, FileSystem system) => new(system.Scope, nameof(FileSystem), system.Label, GapCause.Undecidable,
        $"driver {driver} mounts no file system such as {system.Label}", new(RemedyKind.Attestation, $"what {system.Label} is mounted with"));

    private static Gap Unnamed(string server) => new("", nameof(FileSystem), server, GapCause.Hidden,
        $"{server} is no file system that the scan saw in AWS", new(RemedyKind.Attestation, $"what {server} is"));
}
