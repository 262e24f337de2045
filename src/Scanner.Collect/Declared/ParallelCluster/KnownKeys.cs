using Scanner.Collect.Yaml;

namespace Scanner.Collect.Declared.ParallelCluster;

/// <summary>The keys of ParallelCluster 3.0 to 3.14, so that others can be told; below a key without an entry here everything is the user's.</summary>
internal static class KnownKeys
{
    private const string Cidrs = "Enabled Port AllowedIps", Actions = "OnNodeStart OnNodeConfigured OnNodeUpdated", Action = "Script Args Sequence";
    private const string Volume = "VolumeType Iops Size Encrypted Throughput DeleteOnTermination", Iam = "InstanceRole InstanceProfile AdditionalIamPolicies S3Access";

    private static readonly Dictionary<string, string> s_keys = new(StringComparer.Ordinal)
    {
        [""] = "Region Image HeadNode LoginNodes Scheduling SharedStorage Monitoring AdditionalPackages Tags Iam DirectoryService Imds CustomS3Bucket AdditionalResources DevSettings DeploymentSettings",
        ["Image"] = "Os CustomAmi",
        ["HeadNode"] = "InstanceType DisableSimultaneousMultithreading Networking Ssh LocalStorage SharedStorageType Dcv CustomActions Iam Imds Image",
        ["HeadNode/Networking"] = "SubnetId ElasticIp SecurityGroups AdditionalSecurityGroups Proxy",
        ["HeadNode/Ssh"] = "KeyName AllowedIps",
        ["HeadNode/Dcv"] = Cidrs,
        ["HeadNode/CustomActions"] = Actions,
        ["HeadNode/CustomActions/OnNodeStart"] = Action,
        ["HeadNode/CustomActions/OnNodeConfigured"] = Action,
        ["HeadNode/CustomActions/OnNodeUpdated"] = Action,
        ["HeadNode/LocalStorage"] = "RootVolume EphemeralVolume",
        ["HeadNode/LocalStorage/RootVolume"] = Volume,
        ["HeadNode/LocalStorage/EphemeralVolume"] = "MountDir",
        ["HeadNode/Iam"] = Iam,
        ["HeadNode/Imds"] = "Secured",
        ["HeadNode/Image"] = "CustomAmi",
        ["LoginNodes"] = "Pools",
        ["LoginNodes/Pools"] = "Name Count InstanceType GracetimePeriod Image Ssh Networking Dcv CustomActions Iam",
        ["LoginNodes/Pools/Image"] = "CustomAmi",
        ["LoginNodes/Pools/Ssh"] = "KeyName AllowedIps",
        ["LoginNodes/Pools/Dcv"] = Cidrs,
        ["LoginNodes/Pools/Networking"] = "SubnetIds SecurityGroups AdditionalSecurityGroups Proxy",
        ["LoginNodes/Pools/CustomActions"] = Actions,
        ["LoginNodes/Pools/Iam"] = Iam,
        ["Scheduling"] = "Scheduler ScalingStrategy SlurmSettings SlurmQueues AwsBatchQueues AwsBatchSettings",
        ["Scheduling/SlurmSettings"] = "ScaledownIdletime Dns QueueUpdateStrategy EnableMemoryBasedScheduling Database CustomSlurmSettings CustomSlurmSettingsIncludeFile MungeKeySecretArn ExternalSlurmdbd",
        ["Scheduling/SlurmSettings/Dns"] = "DisableManagedDns HostedZoneId UseEc2Hostnames",
        ["Scheduling/SlurmSettings/Database"] = "Uri UserName PasswordSecretArn DatabaseName",
        ["Scheduling/SlurmSettings/ExternalSlurmdbd"] = "Host Port",
        ["Scheduling/SlurmQueues"] = "Name CapacityType AllocationStrategy ComputeResources ComputeSettings Networking CustomActions Iam Image CapacityReservationTarget HealthChecks CustomSlurmSettings Tags JobExclusiveAllocation",
        ["Scheduling/SlurmQueues/Image"] = "CustomAmi",
        ["Scheduling/SlurmQueues/Iam"] = Iam,
        ["Scheduling/SlurmQueues/CustomActions"] = Actions,
        ["Scheduling/SlurmQueues/Networking"] = "SubnetIds AssignPublicIp SecurityGroups AdditionalSecurityGroups PlacementGroup Proxy",
        ["Scheduling/SlurmQueues/ComputeSettings"] = "LocalStorage",
        ["Scheduling/SlurmQueues/ComputeSettings/LocalStorage"] = "RootVolume EphemeralVolume",
        ["Scheduling/SlurmQueues/ComputeSettings/LocalStorage/RootVolume"] = Volume,
        ["Scheduling/SlurmQueues/ComputeSettings/LocalStorage/EphemeralVolume"] = "MountDir",
        ["Scheduling/SlurmQueues/CapacityReservationTarget"] = "CapacityReservationId CapacityReservationResourceGroupArn",
        ["Scheduling/SlurmQueues/ComputeResources"] = "Name InstanceType Instances MinCount MaxCount SpotPrice DynamicNodePriority StaticNodePriority DisableSimultaneousMultithreading SchedulableMemory HealthChecks Efa CapacityReservationTarget Networking CustomSlurmSettings Tags",
        ["Scheduling/SlurmQueues/ComputeResources/Instances"] = "InstanceType",
        ["Scheduling/SlurmQueues/ComputeResources/Efa"] = "Enabled GdrSupport",
        ["Scheduling/SlurmQueues/ComputeResources/Networking"] = "PlacementGroup",
        ["Scheduling/SlurmQueues/ComputeResources/CapacityReservationTarget"] = "CapacityReservationId CapacityReservationResourceGroupArn",
        ["Scheduling/AwsBatchQueues"] = "Name CapacityType ComputeResources Networking",
        ["Scheduling/AwsBatchQueues/Networking"] = "SubnetIds AssignPublicIp SecurityGroups AdditionalSecurityGroups",
        ["Scheduling/AwsBatchQueues/ComputeResources"] = "Name InstanceTypes MinvCpus MaxvCpus DesiredvCpus SpotBidPercentage",
        ["SharedStorage"] = "MountDir Name StorageType EbsSettings EfsSettings FsxLustreSettings FsxOpenZfsSettings FsxOntapSettings FileCacheSettings",
        ["SharedStorage/EbsSettings"] = "VolumeType Iops Size Encrypted KmsKeyId SnapshotId Throughput VolumeId DeletionPolicy Raid",
        ["SharedStorage/EbsSettings/Raid"] = "Type NumberOfVolumes",
        ["SharedStorage/EfsSettings"] = "Encrypted KmsKeyId EncryptionInTransit IamAuthorization PerformanceMode ThroughputMode ProvisionedThroughput FileSystemId DeletionPolicy AccessPointId",
        ["SharedStorage/FsxLustreSettings"] = "StorageCapacity DeploymentType ImportedFileChunkSize DataCompressionType ExportPath ImportPath WeeklyMaintenanceStartTime AutomaticBackupRetentionDays CopyTagsToBackups DailyAutomaticBackupStartTime PerUnitStorageThroughput BackupId KmsKeyId FileSystemId AutoImportPolicy DriveCacheType StorageType DeletionPolicy DataRepositoryAssociations",
        ["SharedStorage/FsxLustreSettings/DataRepositoryAssociations"] = "Name BatchImportMetaDataOnCreate DataRepositoryPath FileSystemPath ImportedFileChunkSize AutoExportPolicy AutoImportPolicy",
        ["SharedStorage/FsxOpenZfsSettings"] = "VolumeId",
        ["SharedStorage/FsxOntapSettings"] = "VolumeId",
        ["SharedStorage/FileCacheSettings"] = "FileCacheId",
        ["Tags"] = "Key Value",
        ["DirectoryService"] = "DomainName DomainAddr PasswordSecretArn DomainReadOnlyUser LdapTlsCaCert LdapTlsReqCert LdapAccessFilter GenerateSshKeysForUsers AdditionalSssdConfigs",
        ["Iam"] = "Roles PermissionsBoundary ResourcePrefix",
        ["Imds"] = "ImdsSupport",
        ["Monitoring"] = "DetailedMonitoring Logs Dashboards Alarms",
        ["AdditionalPackages"] = "IntelSoftware IntelSelectSolutions",
        ["DeploymentSettings"] = "LambdaFunctionsVpcConfig DisableSudoAccessDefaultUser DefaultUserHome",
    };

    private static readonly Dictionary<string, HashSet<string>> s_sets = s_keys.ToDictionary(k => k.Key, k => k.Value.Split(' ').ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Tells of every key that is none of these.</summary>
    public static void Unknown(YamlPlace config, Action<string, YamlPlace> tell) => Walk(config, "", tell);

    private static void Walk(YamlPlace place, string path, Action<string, YamlPlace> tell)
    {
        if (!s_sets.TryGetValue(path, out var known)) return;
        if (place.IsList)
        {
            foreach (var element in place.Children.Where(e => e.IsMapping)) Walk(element, path, tell);
            return;
        }
        foreach (var (key, keyPlace, value) in place.Entries)
        {
            var below = path.Length == 0 ? key : $"{path}/{key}";
            if (known.Contains(key)) Walk(value, below, tell);
            else tell(below, keyPlace);
        }
    }
}
