using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>The parameters of storage drivers that a snapshot keeps: those of AWS' and the NFS driver that say what storage it is. Drivers may take secrets.</summary>
internal static class OpenParameters
{
    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        "AutomaticBackupRetentionDays", "BasePath", "BucketName", "CopyTagsToVolumes", "CsiProvisionerIdentity", "DeploymentType", "DirectoryPerms", "DnsName",
        "EncryptInTransit", "Encrypted", "FileSystemId", "FsType", "Iops", "MountName", "NfsExports", "OptionsOnDeletion", "ParentVolumeId", "Path", "PerUnitStorageThroughput",
        "ProvisioningMode", "ResourceType", "SecurityGroupIds", "Server", "Share", "SkipFinalBackupOnDeletion", "StorageType", "SubDir", "SubnetId", "SubnetIds",
        "Throughput", "ThroughputCapacity", "Type", "VolumePath",
    };

    public static StringMap Of(ObjectField parameters) => new(parameters.Map.Entries.Where(p => s_names.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, OpenValue.Of(p.Key, p.Value))));
}
