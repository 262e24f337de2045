using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>What only a running cluster can say of an object.</summary>
internal static class ServerFacts
{
    public static readonly Remedy Remedy = new(RemedyKind.Flag, "look at the live cluster as well: --kube-context NAME or --eks NAME");

    /// <summary>Written by the server or a controller, and by nobody else.</summary>
    private static readonly HashSet<(string Kind, string Property)> s_always =
    [
        (nameof(Gateway), "hostnames"), (nameof(Ingress), "hostnames"), (nameof(KubeService), "hostnames"), (nameof(KubeVolume), "createdAt"), (nameof(KubeVolume), "provisionedBy"),
        (nameof(NodeClass), "isReady"), (nameof(NodeClass), "securityGroups"), (nameof(NodeClass), "subnets"), (nameof(NodeGroup), "isReady"), (nameof(NodeGroup), "status"),
        (nameof(VolumeClaim), "phase"), (nameof(VolumeClaim), "provisioner"), (nameof(Workload), "availableReplicas"), (nameof(Workload), "createdAt"), (nameof(Workload), "readyReplicas"),
    ];

    /// <summary>Filled in by the server or a controller where the file does not say them.</summary>
    private static readonly HashSet<(string Kind, string Property)> s_whereUnsaid =
    [
        (nameof(Ingress), "className"), (nameof(KubeService), "externalTrafficPolicy"), (nameof(KubeVolume), "claim"), (nameof(TargetGroupBinding), "targetGroup"), (nameof(TargetGroupBinding), "targetType"),
        (nameof(VolumeClaim), "storageClass"), (nameof(VolumeClaim), "volume"),
    ];

    public static bool Has(string kind, Property property) => s_always.Contains((kind, property.Name))
        || (property.Gap is null && property.Value.ValueKind is JsonValueKind.Null && s_whereUnsaid.Contains((kind, property.Name)));

    public static Gap Gap(Evidence evidence, string kind, string property) => new(evidence.Scope, kind, evidence.Action, GapCause.Hidden,
        $"{evidence.Locator} does not say {property} of the {kind}: only the cluster does", Remedy);

    /// <summary>Files declare some of a cluster's objects, and others may be there.</summary>
    public static Gap Others(string scope, string kind, string source) => new(scope, kind, source, GapCause.NotAsked,
        $"files need not declare every {kind} of a cluster", Remedy);
}
