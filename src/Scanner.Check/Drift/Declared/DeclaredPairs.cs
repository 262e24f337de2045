using Scanner.Model;

namespace Scanner.Check.Drift.Declared;

/// <summary>What is compared with its declaration. What is not here is another with every deployment, or not for files to say.</summary>
internal static class DeclaredPairs
{
    private const string JobTemplate = "files[job.tpl]";

    /// <summary>By kind.</summary>
    public static ILookup<string, DeclaredPair> ByKind { get; } = ((DeclaredPair[])
    [
        // of a ParallelCluster the provider keeps the configuration, so that the same reader made both sides
        .. Of(nameof(Cluster), Fit.Same, "scheduler", "os", "customAmi", "hasCustomActions", "queues", "sharedStorage", "sharedStorageType",
            "accountingSettings", "externalSlurmdbd", "directory", "customSlurmSettings", "scaledownIdletime"),
        new(nameof(Cluster), "loginPools", Fit.Whole) { Members = ["name"] }, // the rest is told of their node groups
        .. Of(nameof(Cluster), Fit.Version, "version"),
        .. Of(nameof(Cluster), Fit.Whole, "subnets"),
        .. Of(nameof(Cluster), Fit.AtLeast, "tags"),
        .. Of(nameof(NodeGroup), Fit.Same, "min", "max", "customAmi", "hasCustomActions", "sshAllowedIps", "hasSshKey", "dcv", "hasElasticIp", "assignsPublicIp", "capacityType", "hasCapacityReservation",
            "customSlurmSettings", "gracetimePeriod", "instanceRole", "nodeClass"),
        .. Of(nameof(NodeGroup), Fit.Whole, "instanceTypes", "subnets", "securityGroups", "additionalSecurityGroups", "iamPolicies", "requirements", "taints", "startupTaints"),
        .. Of(nameof(NodeGroup), Fit.AtLeast, "labels", "limits", "mounts"),
        .. Of(nameof(NodeClass), Fit.Whole, "subnets", "securityGroups"),
        .. Of(nameof(ComputeInstance), Fit.Same, "instanceType", "imageId", "subnet"),
        .. Of(nameof(ComputeInstance), Fit.Whole, "securityGroups"),
        .. Of(nameof(SecurityGroup), Fit.Whole, "ingress", "egress"),
        .. Of(nameof(LoadBalancer), Fit.Same, "scheme", "type", "ipAddressType"),
        .. Of(nameof(LoadBalancer), Fit.Whole, "subnets", "securityGroups"),
        new(nameof(LoadBalancer), "listeners", Fit.AtLeast) { Members = ["protocol"] },
        .. Of(nameof(TargetGroup), Fit.Same, "protocol", "port", "targetType", "healthCheckPath", "healthCheckPort", "healthCheckProtocol", "healthCheckMatcher", "isStickinessEnabled", "stickinessType",
            "stickinessCookie", "stickinessSeconds", "crossZone", "preservesClientIp"),
        .. Of(nameof(Database), Fit.Same, "engine", "instanceClass", "isMultiAz", "isPubliclyAccessible", "backupRetentionDays", "minCapacity", "maxCapacity", "port"),
        .. Of(nameof(Database), Fit.Version, "engineVersion"),
        .. Of(nameof(Database), Fit.Whole, "subnets", "securityGroups"),
        .. Of(nameof(FileSystem), Fit.Same, "type", "deploymentType", "storageType", "capacityGiB", "throughputMode", "backupRetentionDays", "backupPolicy", "isOneZone"),
        .. Of(nameof(FileSystem), Fit.Whole, "subnets", "securityGroups", "routeTables"),
        .. Of(nameof(StorageVolume), Fit.Same, "type", "path", "quotaGiB", "isEncrypted"),
        .. Of(nameof(StorageVolume), Fit.Whole, "nfsExports"),
        .. Of(nameof(DnsRecord), Fit.Whole, "targets"),
        .. Of(nameof(Workload), Fit.Same, "replicas"),
        .. Of(nameof(Workload), Fit.AtLeast, "placement", "spreadConstraints", "antiAffinity", "serviceAccount"),
        new(nameof(Workload), "containers", Fit.AtLeast) { Members = ["image", "requests", "limits"] },
        new(nameof(Workload), "volumes", Fit.AtLeast) { Members = ["kind", "claim", "server", "path"] },
        .. Of(nameof(HorizontalPodAutoscaler), Fit.Same, "minReplicas", "maxReplicas"),
        .. Of(nameof(PodDisruptionBudget), Fit.Same, "minAvailable", "maxUnavailable"),
        .. Of(nameof(Ingress), Fit.AtLeast, "annotations", "className"),
        .. Of(nameof(Ingress), Fit.Whole, "hosts"),
        .. Of(nameof(KubeService), Fit.AtLeast, "annotations", "type", "sessionAffinity", "externalTrafficPolicy", "ports"),
        .. Of(nameof(ServiceAccount), Fit.AtLeast, "roleArn"),
        .. Of(nameof(VolumeClaim), Fit.AtLeast, "accessModes", "request", "storageClass", "volume"),
        .. Of(nameof(KubeVolume), Fit.AtLeast, "accessModes", "attributes", "capacity", "driver", "handle", "path", "reclaimPolicy", "server", "storageClass"),
        .. Of(nameof(StorageClass), Fit.AtLeast, "parameters", "provisioner"),
        .. Of(nameof(ConfigMap), Fit.Settings, "files"),
        .. Of(nameof(WorkbenchServer), Fit.Settings, "files"),
        .. Of(nameof(ConfigMap), Fit.Same, "rStudioPlacement", "jupyterPlacement", "vsCodePlacement", "positronPlacement").Select(p => p with { SaidAs = JobTemplate }),
    ]).ToLookup(p => p.Kind, StringComparer.Ordinal);

    private static IEnumerable<DeclaredPair> Of(string kind, Fit fit, params IReadOnlyList<string> properties) => properties.Select(p => new DeclaredPair(kind, p, fit));
}
