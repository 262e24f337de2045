using Scanner.Model;
using Scanner.Model.Drift;

namespace Scanner.Check.Drift;

/// <summary>What changes by itself in every deployment, and is no drift: what comes and goes with instances and pods, and what is about a moment.</summary>
public static class ExpectedDrift
{
    private const string Replaced = "it is another with each instance or pod that is replaced";
    private const string Scaled = "Auto Scaling, Slurm, Karpenter and controllers add and remove them; the sizes that they keep to are compared";
    private const string Moment = "it tells how things are at the moment";
    private const string Sessions = "sessions start and end";

    /// <summary>The rules, in the order in which they are tried.</summary>
    public static IReadOnlyList<IgnoreRule> Rules { get; } =
    [
        new("AWS sets these tags") { Path = "tags.aws:*" },
        .. Of(nameof(ComputeInstance), Replaced, "privateIps*", "publicIp", "ipv6Addresses*", "networkInterfaces*", "launchedAt", "name", "subnet", "availabilityZone", "tags.karpenter.sh/nodeclaim"),
        .. Of(nameof(ComputeInstance), Moment, "instanceStatus", "systemStatus"),
        new(Scaled) { Kind = nameof(ComputeInstance), Key = "*/node", Path = Change.Count },
        .. Of(nameof(NodeGroup), Scaled, "desired", "instances*"),
        new(Sessions) { Kind = nameof(Pod), Key = "Pod/*/session/*" },
        new(Sessions) { Kind = nameof(Workload), Key = "Workload/*/Job/*" },
        .. Of(nameof(Pod), Replaced, "ips*", "name", "node", "owner", "createdAt", "labels.pod-template-hash", "labels.controller-revision-hash", "labels.pod-template-generation"),
        .. Of(nameof(Pod), Moment, "isReady", "isTerminating", "phase"),
        .. Of(nameof(Pod), Scaled, Change.Count),
        .. Of(nameof(Workload), Moment, "readyReplicas", "availableReplicas"),
        .. Of(nameof(KubeNode), Replaced, "name", "internalIps*", "providerId", "createdAt", "labels.kubernetes.io/hostname", "labels.topology.*"),
        .. Of(nameof(KubeNode), Scaled, Change.Count),
        .. Of(nameof(NodeClaim), Replaced, "name", "node", "providerId"),
        .. Of(nameof(NodeClaim), Scaled, Change.Count),
        .. Of(nameof(NetworkInterface), Replaced, Change.Count, "privateIps*", "publicIp", "ipv6Addresses*", "description", "instance"),
        new(Replaced) { Kind = nameof(StorageVolume), Key = "vol-*", Path = Change.Count },
        .. Of(nameof(StorageVolume), Replaced, "instances*"),
        .. Of(nameof(TargetGroup), Moment, "targets*"),
        .. Of(nameof(FileSystem), Moment, "lastBackupAt"),
        .. Of(nameof(FileSystem), Replaced, "networkInterfaces*"),
    ];

    private static IEnumerable<IgnoreRule> Of(string kind, string reason, params IReadOnlyList<string> paths) => paths.Select(p => new IgnoreRule(reason) { Kind = kind, Path = p });
}
