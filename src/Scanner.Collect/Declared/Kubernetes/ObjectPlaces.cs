using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>The lines of an object's properties, by their names in snapshots.</summary>
internal static class ObjectPlaces
{
    private const string Pods = "spec.template.spec.";

    /// <summary>Kind, property and path; a path that ends in <c>[]</c> means each member of a map, or each named element of a list, as well.</summary>
    private static readonly ILookup<string, (string Property, string Path)> s_paths = new (string Kind, string Property, string Path)[]
    {
        ("*", "annotations", "metadata.annotations[]"), ("*", "labels", "metadata.labels[]"), ("*", "name", "metadata.name"), ("*", "namespace", "metadata.namespace"),
        ("workload", "replicas", "spec.replicas"), ("workload", "selector", "spec.selector"), ("workload", "podLabels", "spec.template.metadata.labels[]"),
        ("workload", "containers", Pods + "containers[]"), ("workload", "initContainers", Pods + "initContainers[]"), ("workload", "volumes", Pods + "volumes[]"),
        ("workload", "placement", Pods + "tolerations"), ("workload", "placement", Pods + "affinity"), ("workload", "placement", Pods + "nodeSelector"),
        ("workload", "spreadConstraints", Pods + "topologySpreadConstraints"), ("workload", "antiAffinity", Pods + "affinity.podAntiAffinity"),
        ("workload", "serviceAccount", Pods + "serviceAccountName"),
        ("Ingress", "className", "spec.ingressClassName"), ("Ingress", "hosts", "spec.rules"), ("Ingress", "backends", "spec.rules"),
        ("Service", "type", "spec.type"), ("Service", "selector", "spec.selector"), ("Service", "ports", "spec.ports[]"), ("Service", "sessionAffinity", "spec.sessionAffinity"),
        ("PersistentVolumeClaim", "accessModes", "spec.accessModes"), ("PersistentVolumeClaim", "storageClass", "spec.storageClassName"),
        ("PersistentVolumeClaim", "volume", "spec.volumeName"), ("PersistentVolumeClaim", "request", "spec.resources.requests.storage"),
        ("PersistentVolume", "accessModes", "spec.accessModes"), ("PersistentVolume", "driver", "spec.csi.driver"), ("PersistentVolume", "handle", "spec.csi.volumeHandle"),
        ("PersistentVolume", "attributes", "spec.csi.volumeAttributes[]"), ("PersistentVolume", "server", "spec.nfs.server"), ("PersistentVolume", "path", "spec.nfs.path"),
        ("PersistentVolume", "storageClass", "spec.storageClassName"), ("PersistentVolume", "reclaimPolicy", "spec.persistentVolumeReclaimPolicy"),
        ("PersistentVolume", "capacity", "spec.capacity.storage"),
        ("StorageClass", "provisioner", "provisioner"), ("StorageClass", "parameters", "parameters[]"), ("CSIDriver", "attachRequired", "spec.attachRequired"),
        ("NodePool", "taints", Pods + "taints"), ("NodePool", "startupTaints", Pods + "startupTaints"), ("NodePool", "labels", "spec.template.metadata.labels[]"),
        ("NodePool", "requirements", Pods + "requirements"), ("NodePool", "limits", "spec.limits[]"), ("NodePool", "nodeClass", Pods + "nodeClassRef"),
        ("Provisioner", "taints", "spec.taints"), ("Provisioner", "labels", "spec.labels[]"), ("Provisioner", "requirements", "spec.requirements"),
        ("Provisioner", "limits", "spec.limits.resources[]"),
        ("EC2NodeClass", "subnets", "spec.subnetSelectorTerms"), ("EC2NodeClass", "subnetTerms", "spec.subnetSelectorTerms"), ("NodeClass", "subnets", "spec.subnetSelectorTerms"),
        ("EC2NodeClass", "securityGroups", "spec.securityGroupSelectorTerms"), ("EC2NodeClass", "securityGroupTerms", "spec.securityGroupSelectorTerms"),
        ("EC2NodeClass", "associatePublicIp", "spec.associatePublicIPAddress"), ("NodeClass", "associatePublicIp", "spec.advancedNetworking.associatePublicIPAddress"),
        ("ConfigMap", "keys", "data"), ("ConfigMap", "files", "data[]"), ("ServiceAccount", "roleArn", "metadata.annotations.eks~amazonaws~com/role-arn"),
        ("HorizontalPodAutoscaler", "minReplicas", "spec.minReplicas"), ("HorizontalPodAutoscaler", "maxReplicas", "spec.maxReplicas"),
        ("PodDisruptionBudget", "minAvailable", "spec.minAvailable"), ("PodDisruptionBudget", "maxUnavailable", "spec.maxUnavailable"),
        ("NetworkPolicy", "pods", "spec.podSelector"), ("NetworkPolicy", "types", "spec.policyTypes"), ("NetworkPolicy", "ingress", "spec.ingress"),
        ("NetworkPolicy", "egress", "spec.egress"), ("TargetGroupBinding", "targetGroup", "spec.targetGroupARN"), ("TargetGroupBinding", "service", "spec.serviceRef.name"),
        ("Site", "workbenchImage", "spec.workbench.image"), ("Site", "workbenchReplicas", "spec.workbench.replicas"),
    }.ToLookup(p => p.Kind, p => (p.Property, p.Path), StringComparer.Ordinal);

    public static Places Of(DeclaredObject item, SourceLocation whole) => new(whole,
    [
        .. s_paths["*"].Concat(s_paths[item.Kind]).Concat(item.Kind is "Deployment" or "StatefulSet" or "DaemonSet" or "Job" ? s_paths["workload"] : [])
            .SelectMany(p => Find(item.Value, p.Property, p.Path)).Concat(item.Also.Where(a => a.Origin is not null).Select(a => (a.Property, a.Origin!.Place))).DistinctBy(p => p.Property, StringComparer.Ordinal),
    ]);

    private static IEnumerable<(string Property, SourceLocation Place)> Find(DeclaredValue item, string property, string path)
    {
        // a dot of a name is written as a tilde
        if (item.At([.. path.Replace("[]", "", StringComparison.Ordinal).Split('.').Select(n => n.Replace('~', '.'))]) is not { } found) yield break;
        if (found.Origin is { } origin) yield return (property, origin.Place);
        if (!path.EndsWith("[]", StringComparison.Ordinal)) yield break;
        foreach (var name in found.Names)
            if (found[name]!.Origin is { } member) yield return ($"{property}[{name}]", member.Place);
        foreach (var element in found.Elements)
            if (element.TextAt("name") is { } name && (element["image"] ?? element["name"])!.Origin is { } named) yield return ($"{property}[{name}]", named.Place);
    }
}
